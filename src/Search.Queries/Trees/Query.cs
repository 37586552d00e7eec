namespace Search.Queries.Trees;

/// <summary>
/// A node of a query tree: immutable, compared by value, without positions of the input, so that a tree equals the tree
/// parsed from its printed form. Texts are as written: unescaped, but neither folded nor split into tokens.
/// A <c>Field</c> of null stands for the default field.
/// </summary>
public abstract record Query;

/// <summary>Every document: <c>*</c> or <c>*:*</c>.</summary>
public sealed record MatchAllQuery : Query;

/// <summary>No document: what an empty query, or one of stop signs alone, comes to.</summary>
public sealed record MatchNoneQuery : Query;

/// <summary>A word: <c>assist</c>, <c>=assist</c>, <c>~assist</c>, <c>theme:rights</c>.</summary>
/// <param name="Field">Field, or null for the default.</param>
/// <param name="Text">The word as written. It may hold hyphens and slashes, and so come to several tokens.</param>
/// <param name="Form">
/// Which form of the word is asked for; <see cref="WordForm.Default"/> is the stemmed one here.
/// </param>
public sealed record TermQuery(string? Field, string Text, WordForm Form = WordForm.Default) : Query;

/// <summary>Words that begin with a text: <c>terror*</c>.</summary>
public sealed record PrefixQuery(string? Field, string Prefix) : Query;

/// <summary>Words of a pattern: <c>organi?ation*</c>.</summary>
/// <param name="Field">Field, or null for the default.</param>
/// <param name="Pattern"><c>*</c> any characters, <c>?</c> one; a backslash takes the next character as itself.</param>
public sealed record WildcardQuery(string? Field, string Pattern) : Query;

/// <summary>
/// Words that a regular expression of Lucene's syntax matches as a whole: <c>/cyber(crime|space)/</c>.
/// </summary>
public sealed record RegexQuery(string? Field, string Pattern) : Query;

/// <summary>Words within an edit distance: <c>budapset~1</c>.</summary>
/// <param name="Field">Field, or null for the default.</param>
/// <param name="Text">The word as written.</param>
/// <param name="MaxEdits">0 to 2; a transposition counts as one edit.</param>
/// <param name="PrefixLength">Leading code points that must agree.</param>
public sealed record FuzzyQuery(string? Field, string Text, int MaxEdits, int PrefixLength = 0) : Query;

/// <summary>
/// Values between two bounds: <c>date:[2019 TO 2021}</c>. A bound of null (written <c>*</c>) is open.
/// </summary>
public sealed record RangeQuery(string? Field, string? Lower, string? Upper, bool IncludesLower, bool IncludesUpper)
    : Query;

/// <summary>Clauses that must, may or must not match, as Lucene's boolean query.</summary>
public sealed record BooleanQuery(QueryList<BooleanClause> Clauses) : Query;

/// <summary>One clause of a <see cref="BooleanQuery"/>.</summary>
public sealed record BooleanClause(Occur Occur, Query Query);

/// <summary>A query whose score is multiplied: <c>treaty^2</c>.</summary>
/// <param name="Inner">What is asked.</param>
/// <param name="Boost">Factor, finite and not negative.</param>
public sealed record BoostQuery(Query Inner, float Boost) : Query;

/// <summary>A query whose every match scores the same: <c>treaty^=2</c>.</summary>
public sealed record ConstantScoreQuery(Query Inner, float Score) : Query;

/// <summary>Operands near each other: <c>a NEAR/5 b</c>, <c>a ONEAR/5 b</c>.</summary>
/// <param name="Operands">Two or more; words, phrases, wildcards, groups of these.</param>
/// <param name="Distance">One more than the words that may stand between neighbours: adjacent is 1.</param>
/// <param name="IsOrdered">Whether the operands must follow each other as written.</param>
public sealed record NearQuery(QueryList<Query> Operands, int Distance, bool IsOrdered) : Query;

/// <summary>Operands within one unit of the text: <c>a /s b</c>, <c>a /p b</c>.</summary>
public sealed record WithinQuery(QueryList<Query> Operands, TextUnit Unit) : Query;
