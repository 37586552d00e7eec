namespace Search.Corpus.Paragraphs.Markup;

/// <summary>What an element does to the text in it.</summary>
internal enum MarkupRole
{
    /// <summary>Text runs through it.</summary>
    Inline,

    /// <summary>Text in it stands apart.</summary>
    Block,

    /// <summary>No text of the document: scripts, navigation, metadata.</summary>
    Skip,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A footnote, set within its paragraph or apart.</summary>
    Note,

    /// <summary>The number of what follows it.</summary>
    Number,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A line break.</summary>
    Break,

    /// <summary>A block of signatures.</summary>
    Signature,

    /// <summary>Text about the text.</summary>
    Other,

    /// <summary>Text with its own line breaks.</summary>
    Preformatted,
}
