namespace Search.Queries.Trees;

/// <summary>
/// Several ways to say one thing, which match and score as one word would: what was written, its other spellings, its
/// synonyms. Parsing never gives one; it is put in the place of what was written, and printed as that.
/// </summary>
/// <param name="Written">What was written: a word, or a group of words.</param>
/// <param name="Others">What else says it; one or more, each a word or a phrase of the same field.</param>
/// <param name="Also">The others as a reader is told of them, each once.</param>
public sealed record SynonymQuery(Query Written, QueryList<Query> Others, QueryList<string> Also) : Query;
