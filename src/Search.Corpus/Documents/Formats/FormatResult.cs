using Search.Corpus.Documents.Metadata;
using Search.Corpus.Paragraphs;

namespace Search.Corpus.Documents.Formats;

/// <summary>What a format's reader makes of a file.</summary>
/// <param name="Format">Name of the format.</param>
/// <param name="Extraction">Text and units.</param>
internal sealed record FormatResult(string Format, Extraction Extraction)
{
    /// <summary>Metadata from front matter; null for none.</summary>
    public MetadataValues? FrontMatter { get; init; }

    /// <summary>The format's own metadata; null for none.</summary>
    public MetadataValues? Own { get; init; }
}
