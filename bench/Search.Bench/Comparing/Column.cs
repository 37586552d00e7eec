using Search.Bench.Measuring;

namespace Search.Bench.Comparing;

/// <summary>One side's answers.</summary>
/// <param name="Side">Whose.</param>
/// <param name="Timings">One a query, in the order of the queries; null where it cannot answer.</param>
internal sealed record Column(Side Side, IReadOnlyList<QueryTiming?> Timings)
{
    /// <summary>What tables call it.</summary>
    public string Name => Side switch
    {
        Side.Ours => "ours",
        Side.OursFaceted => "ours, with facets",
        Side.OursUncounted => "ours, no count",
        Side.LuceneExact => "Lucene exact",
        Side.LucenePruned => "Lucene pruned",
        _ => "SQLite FTS5",
    };

    /// <summary>Whether its counts are exact and must equal ours.</summary>
    public bool CountsExactly => Side is not (Side.OursUncounted or Side.LucenePruned);
}
