namespace Search.Bench.Inputs;

/// <summary>How the words of a query are joined.</summary>
internal enum QueryShape
{
    /// <summary>One word.</summary>
    Term,

    /// <summary>All of the words.</summary>
    And,

    /// <summary>Any of the words.</summary>
    Or,

    /// <summary>The words, one behind the other.</summary>
    Phrase,

    /// <summary>Words that begin so; the star is left out. Every hit scores the same.</summary>
    Prefix,

    /// <summary>Words that fit a pattern of <c>*</c> and <c>?</c>. Every hit scores the same.</summary>
    Wildcard,

    /// <summary>Words one edit away.</summary>
    Fuzzy1,

    /// <summary>Words two edits away.</summary>
    Fuzzy2,
}
