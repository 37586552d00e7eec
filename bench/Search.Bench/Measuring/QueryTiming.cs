namespace Search.Bench.Measuring;

/// <summary>What one engine made of one query: the best of all rounds.</summary>
/// <param name="Hits">Documents that match; a lower bound where the engine may stop counting.</param>
/// <param name="BestNanoseconds">Shortest time of a round.</param>
/// <param name="Top">The best documents and their scores, best first.</param>
/// <param name="AllocatedBytes">Managed memory that the query took, the smallest of a round; 0 for the peers.</param>
internal sealed record QueryTiming(
    long Hits, long BestNanoseconds, IReadOnlyList<ScoredDoc> Top, long AllocatedBytes = 0)
{
    /// <summary>The better of two runs of one query, either of which may be missing.</summary>
    public static QueryTiming Better(QueryTiming? before, QueryTiming now) => before is null
        ? now
        : now with
        {
            BestNanoseconds = Math.Min(before.BestNanoseconds, now.BestNanoseconds),
            AllocatedBytes = Math.Min(before.AllocatedBytes, now.AllocatedBytes),
        };
}

/// <summary>A document and its score.</summary>
internal readonly record struct ScoredDoc(int Doc, float Score);
