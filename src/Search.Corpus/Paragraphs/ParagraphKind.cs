namespace Search.Corpus.Paragraphs;

/// <summary>What a unit of a document is.</summary>
public enum ParagraphKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>One bullet or numbered item of a list.</summary>
    Item,

    /// <summary>A footnote or endnote.</summary>
    Footnote,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A block of signatures, addresses or a letterhead.</summary>
    Signature,

    /// <summary>A table, made readable.</summary>
    Table,

    /// <summary>Anything else that is text: dates, bylines, captions, salutations.</summary>
    Other,
}
