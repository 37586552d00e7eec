namespace Search.Queries.Trees;

/// <summary>Words next to each other: <c>"technical assistance"~5</c>.</summary>
/// <param name="Field">Field, or null for the default.</param>
/// <param name="Parts">What stands in the quotes, in order; one or more.</param>
/// <param name="Slop">Lucene's slop: how many moves of a word by one place are allowed in all; 0 is exact.</param>
/// <param name="Form">
/// Form of the words that do not say their own; <see cref="WordForm.Default"/> is exact here.
/// </param>
public sealed record PhraseQuery(
    string? Field, QueryList<PhrasePart> Parts, int Slop = 0, WordForm Form = WordForm.Default) : Query;

/// <summary>One part of a <see cref="PhraseQuery"/>.</summary>
public abstract record PhrasePart;

/// <summary>A word as written, free of blanks; it may come to several tokens, which then follow each other.</summary>
public sealed record PhraseWord(string Text, WordForm Form = WordForm.Default) : PhrasePart;

/// <summary>Any word of a pattern, as in <see cref="WildcardQuery"/>: <c>"strengthen* capacit*"</c>.</summary>
public sealed record PhraseWildcard(string Pattern) : PhrasePart;

/// <summary>Any one word: the star in <c>"capacity * training"</c>.</summary>
public sealed record PhraseGap : PhrasePart;
