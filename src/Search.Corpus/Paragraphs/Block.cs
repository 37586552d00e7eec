namespace Search.Corpus.Paragraphs;

/// <summary>
/// A unit as a format's splitter found it, before the assembler numbers it and ties it to its surroundings.
/// </summary>
internal sealed class Block
{
    /// <summary>What it is, as far as the format tells.</summary>
    public ParagraphKind Kind { get; set; }

    /// <summary>True where the format does not mark kinds, so that the assembler may decide by the text.</summary>
    public bool IsGuess { get; init; }

    /// <summary>Text, one line with single blanks.</summary>
    public required string Text { get; set; }

    /// <summary>Heading level from 1, or nesting of an item from 1; 0 for none.</summary>
    public int Level { get; set; }

    /// <summary>Page it begins on, from 1; null without pages.</summary>
    public int? Page { get; init; }

    /// <summary>Mark of a footnote.</summary>
    public string? Mark { get; init; }

    /// <summary>Range in the extracted text, half-open.</summary>
    public int Start { get; init; }

    /// <summary>End of the range.</summary>
    public int End { get; set; }

    /// <summary>True where a page or a column ends right before it.</summary>
    public bool IsAfterBreak { get; init; }

    /// <summary>Lines that it had in the file; 1 where the format has no lines.</summary>
    public int Lines { get; set; } = 1;
}
