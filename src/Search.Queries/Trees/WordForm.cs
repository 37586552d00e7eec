namespace Search.Queries.Trees;

/// <summary>Which form of a word a query asks for.</summary>
public enum WordForm
{
    /// <summary>What the place says: stemmed for a bare word, exact inside quotes.</summary>
    Default,

    /// <summary>The word as written, folded: <c>=assist</c>.</summary>
    Exact,

    /// <summary>All inflections: <c>~assist</c>.</summary>
    Stemmed,
}
