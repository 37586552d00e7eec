namespace Search.Engine.Searching;

/// <summary>The answer to a <see cref="SearchRequest"/>.</summary>
/// <param name="Total">Documents that match query and filters: exact where asked for and no limit was met.</param>
/// <param name="Hits">The hits, in the order asked for.</param>
/// <param name="Facets">For each facet asked, in that order, its values: largest count first, ties by value.</param>
/// <param name="Expansions">What the patterns of the query came to, in the order of the query.</param>
/// <param name="Limits">Limits that cut the answer short; empty for a full answer.</param>
public sealed record SearchResults(
    long Total,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyList<IReadOnlyList<FacetValue>> Facets,
    IReadOnlyList<Expansion> Expansions,
    IReadOnlyList<SearchLimit> Limits);

/// <summary>One hit.</summary>
/// <param name="Address">The document.</param>
/// <param name="Score">Its score.</param>
/// <param name="Values">The values it was ordered by; the search goes on behind them.</param>
public sealed record SearchHit(DocAddress Address, float Score, SortValues Values);

/// <summary>The words that a pattern came to.</summary>
/// <param name="Clause">The clause as written.</param>
/// <param name="Terms">Words of the index, in most documents first, cut to a showable number.</param>
/// <param name="TermCount">How many words there are.</param>
/// <param name="IsTruncated">Whether the search itself left some out.</param>
public sealed record Expansion(string Clause, IReadOnlyList<string> Terms, int TermCount, bool IsTruncated);

/// <summary>A limit that an answer may meet.</summary>
public enum SearchLimit
{
    /// <summary>Clauses beyond <see cref="SearchLimits.MaxClauses"/> were left out.</summary>
    Clauses,

    /// <summary>A pattern came to more words than are followed.</summary>
    Expansions,

    /// <summary>A pattern is too long or too complex, or cannot be read, and matches nothing.</summary>
    Pattern,

    /// <summary>The time was up: hits and counts are those found until then.</summary>
    Time,
}
