using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>Kinds of tokens of the query language.</summary>
internal enum TokenKind
{
    /// <summary>The input is over.</summary>
    End,

    /// <summary>A leaf of the tree: word, phrase, range, regular expression.</summary>
    Leaf,

    /// <summary>An opening bracket.</summary>
    Open,

    /// <summary>A closing bracket.</summary>
    Close,

    /// <summary>AND or &amp;&amp;.</summary>
    And,

    /// <summary>OR or ||.</summary>
    Or,

    /// <summary>NOT, - or !.</summary>
    Not,

    /// <summary>The sign +.</summary>
    Plus,

    /// <summary>NEAR/5 and its like.</summary>
    Connector,

    /// <summary>The name of a field with its colon.</summary>
    Field,
}

/// <summary>One token of the query language, with the half-open stretch of the input that it came from.</summary>
internal readonly record struct QueryToken(TokenKind Kind, int Start, int End)
{
    /// <summary>Of a <see cref="TokenKind.Leaf"/>: the tree without a field, boost or scope.</summary>
    internal Query? Leaf { get; init; }

    /// <summary>Of a leaf or a closing bracket: the signs behind it; a leaf's tilde is part of its tree.</summary>
    internal Suffixes Suffixes { get; init; }

    /// <summary>Of a phrase: its text as it stands in a field that holds whole values; null elsewhere.</summary>
    internal string? WholeText { get; init; }

    /// <summary>Of a leaf: whether it is a word without wildcard, form or fuzziness.</summary>
    internal bool IsPlainWord { get; init; }

    /// <summary>Of a group: the form of its words.</summary>
    internal WordForm Form { get; init; }

    /// <summary>Of a <see cref="TokenKind.Field"/>: its name.</summary>
    internal string? Field { get; init; }

    /// <summary>Of a <see cref="TokenKind.Connector"/>: what it says.</summary>
    internal Connector? Connector { get; init; }

    /// <summary>Whether the token can begin a clause.</summary>
    internal bool BeginsClause => Kind is TokenKind.Leaf or TokenKind.Open or TokenKind.Field;
}
