namespace Search.Queries.Trees;

/// <summary>A unit of text that binds the operands of a <see cref="WithinQuery"/>.</summary>
public enum TextUnit
{
    /// <summary>One sentence (UAX #29 with a list of abbreviations): <c>/s</c>.</summary>
    Sentence,

    /// <summary>One paragraph: <c>/p</c>.</summary>
    Paragraph,
}
