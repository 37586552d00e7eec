using Search.Corpus.Paragraphs;

namespace Search.Corpus.Documents;

/// <summary>A document that was read and split.</summary>
/// <param name="Path">Path within the corpus folder, with forward slashes.</param>
/// <param name="Format">What it was read as, such as <c>pdf</c>.</param>
/// <param name="Metadata">What is known about it.</param>
/// <param name="Paragraphs">Its units in reading order.</param>
/// <param name="Warnings">What a reader of the listing should know, one sentence each.</param>
public sealed record SourceDocument(
    string Path,
    string Format,
    DocumentMetadata Metadata,
    IReadOnlyList<Paragraph> Paragraphs,
    IReadOnlyList<string> Warnings)
{
    /// <summary>SHA-256 of the file's bytes, 64 hex digits in lower case.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Number of pages; null where the format has none.</summary>
    public int? Pages { get; init; }

    /// <summary>Encoding that was taken, such as <c>windows-1252</c>; null where the format fixes it.</summary>
    public string? Encoding { get; init; }
}
