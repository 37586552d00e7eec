using Search.Engine.Matching.Cursors;
using Search.Engine.Segments;

namespace Search.Engine.Searching.Collecting;

/// <summary>Says of single documents that match whether they are hits, and counts them.</summary>
internal sealed class HitFilter(SegmentView segment, SegmentMatch match, ScoreCollector collector)
{
    /// <summary>Whether every match is a hit and is counted for nothing but the total.</summary>
    public bool IsEmpty { get; } = match.Filters.Length == 0
        && match.Sideways is null
        && segment.LiveDocs.IsEmpty
        && collector.Facets.IsEmpty;

    /// <summary>Whether a document that matches is a hit; documents come in ascending order.</summary>
    public bool IsHit(int docId)
    {
        ReadOnlySpan<ulong> live = segment.LiveDocs;
        if (!live.IsEmpty && (live[docId >> 6] & (1UL << docId)) == 0) // a shift counts modulo 64
        {
            return false;
        }

        foreach (MatchCursor filter in match.Filters)
        {
            if (filter.Seek(docId) != docId || !(filter.IsExact || filter.Matches()))
            {
                return false;
            }
        }

        int failed = match.Sideways?.Failed(docId) ?? SegmentFilters.None;
        if (failed >= 0)
        {
            collector.Facets[failed].Count(docId);
        }

        if (failed != SegmentFilters.None)
        {
            return false;
        }

        collector.Count(1);
        collector.Facets.Count(docId);
        return true;
    }
}
