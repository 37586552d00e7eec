using Search.Engine.Matching.Cursors;

namespace Search.Engine.Searching.Collecting;

/// <summary>What matches in one segment, in the parts that collecting may treat apart; no cursor is moved.</summary>
/// <param name="Query">What is asked; its scores are those of the hits.</param>
/// <param name="Filters">Filters that every hit passes.</param>
/// <param name="Sideways">Filters that facets may leave alone; null for none.</param>
internal sealed record SegmentMatch(MatchCursor Query, MatchCursor[] Filters, SegmentFilters? Sideways)
{
    /// <summary>One cursor over all but the filters that facets may leave alone.</summary>
    public MatchCursor All() => Filters.Length == 0 ? Query : new ConjunctionCursor([Query, .. Filters]);
}
