namespace Search.Corpus.Paragraphs;

/// <summary>One unit of a document, as its author wrote it: lines joined, hyphenation at line ends undone.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text: one line, not empty, single blanks (a table keeps its line ends).</param>
public sealed record Paragraph(ParagraphKind Kind, string Text)
{
    /// <summary>Place among the units of the document, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Page it begins on, from 1; null where the format has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>Headings above it, outermost first; empty where there is none.</summary>
    public IReadOnlyList<string> HeadingPath { get; init; } = [];

    /// <summary>
    /// The line that introduces the list this item belongs to; null for other kinds or where there is none.
    /// </summary>
    public string? LeadIn { get; init; }

    /// <summary>The mark of a footnote as printed, such as <c>12</c>; null for other kinds.</summary>
    public string? Mark { get; init; }

    /// <summary>Language (BCP 47), found from its words and script; null where it is too short to say.</summary>
    public string? Language { get; init; }

    /// <summary>Offset of its first UTF-16 code unit in the text extracted from the file.</summary>
    public int SourceStart { get; init; }

    /// <summary>Offset behind its last UTF-16 code unit in the text extracted from the file.</summary>
    public int SourceEnd { get; init; }
}
