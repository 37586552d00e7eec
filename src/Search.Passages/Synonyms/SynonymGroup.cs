namespace Search.Passages.Synonyms;

/// <summary>Terms that say one thing.</summary>
/// <param name="From">Terms that a query may hold; each also finds the others of <paramref name="To"/>.</param>
/// <param name="To">Terms that they also find.</param>
internal sealed record SynonymGroup(IReadOnlyList<SynonymTerm> From, IReadOnlyList<SynonymTerm> To);
