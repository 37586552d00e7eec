using Search.Engine.Searching.Reranking;
using Search.Queries.Trees;

namespace Search.Engine.Searching;

/// <summary>A search over a snapshot.</summary>
public sealed record SearchRequest
{
    /// <summary>What is asked.</summary>
    public required Query Query { get; init; }

    /// <summary>Queries that every hit must match too.</summary>
    public IReadOnlyList<SearchFilter> Filters { get; init; } = [];

    /// <summary>
    /// The order of the hits, first key first; ties go by the order of the documents. By score unless told.
    /// </summary>
    public IReadOnlyList<SortKey> Sort { get; init; } = [SortKey.Score];

    /// <summary>Most hits to give, not negative.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>
    /// Gives the hits behind this one: the values of the last hit of the page before, of the same search.
    /// </summary>
    public SortValues? After { get; init; }

    /// <summary>Facets, each counted over the query and all filters but those of its own field's name.</summary>
    public IReadOnlyList<FacetRequest> Facets { get; init; } = [];

    /// <summary>Whether the total is asked for; where not, it may be a lower bound.</summary>
    public bool NeedsTotal { get; init; } = true;

    /// <summary>Whether the answer is to name the words that patterns came to.</summary>
    public bool NeedsExpansions { get; init; } = true;

    /// <summary>
    /// What counts beside BM25 for the order of the best hits; null for BM25 alone. Of use where hits are sorted by
    /// score first. Hits, total and facets do not depend on it.
    /// </summary>
    public RankingFeatures? Ranking { get; init; }
}
