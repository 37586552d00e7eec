using System.Numerics;
using Search.Engine.Matching.Cursors;
using Search.Engine.Segments;

namespace Search.Engine.Searching.Collecting;

/// <summary>
/// Takes out of a window of matches what is deleted or fails a filter, and counts what is left for the facets.
/// </summary>
internal sealed class WindowFilters(SegmentView segment, SegmentMatch match)
{
    /// <summary>Whether every match is a hit.</summary>
    public bool IsEmpty { get; } =
        match.Filters.Length == 0 && match.Sideways is null && segment.LiveDocs.IsEmpty;

    /// <summary>Whether every match that is not deleted is a hit.</summary>
    public bool IsUnfiltered => match.Filters.Length == 0 && match.Sideways is null;

    /// <summary>Leaves the hits of a window and counts them.</summary>
    /// <param name="start">First document of the window.</param>
    /// <param name="matches">The documents that match, a bit each.</param>
    /// <param name="collector">Counts.</param>
    public void Apply(int start, Span<ulong> matches, ScoreCollector collector)
    {
        TakeDeleted(start, matches);
        foreach (MatchCursor filter in match.Filters)
        {
            if (filter is BitSetCursor set)
            {
                Keep(set.Words, start, matches);
            }
            else
            {
                TakeFailed(filter, start, matches);
            }
        }

        if (match.Sideways is { } sideways)
        {
            ApplySideways(sideways, start, matches, collector.Facets);
        }

        long count = 0;
        foreach (ulong word in matches)
        {
            count += BitOperations.PopCount(word);
        }

        collector.Count(count);
        if (count > 0 && !collector.Facets.IsEmpty)
        {
            collector.Facets.Count(start, matches);
        }
    }

    private static void Keep(ReadOnlySpan<ulong> kept, int start, Span<ulong> matches)
    {
        kept = kept[(start >> 6)..];
        for (int i = 0; i < matches.Length; i++)
        {
            matches[i] &= i < kept.Length ? kept[i] : 0;
        }
    }

    private static void TakeFailed(MatchCursor filter, int start, Span<ulong> matches)
    {
        for (int i = 0; i < matches.Length; i++)
        {
            for (ulong rest = matches[i]; rest != 0; rest &= rest - 1)
            {
                int docId = start + (i * 64) + BitOperations.TrailingZeroCount(rest);
                if (filter.Seek(docId) != docId || !(filter.IsExact || filter.Matches()))
                {
                    matches[i] &= ~(1UL << docId); // a shift counts modulo 64
                }
            }
        }
    }

    /// <summary>What fails the filters of one facet alone counts for that facet and is no hit.</summary>
    private static void ApplySideways(
        SegmentFilters sideways, int start, Span<ulong> matches, FacetCounters facets)
    {
        for (int i = 0; i < matches.Length; i++)
        {
            for (ulong rest = matches[i]; rest != 0; rest &= rest - 1)
            {
                int docId = start + (i * 64) + BitOperations.TrailingZeroCount(rest);
                int failed = sideways.Failed(docId);
                if (failed == SegmentFilters.None)
                {
                    continue;
                }

                matches[i] &= ~(1UL << docId); // a shift counts modulo 64
                if (failed >= 0)
                {
                    facets[failed].Count(docId);
                }
            }
        }
    }

    private void TakeDeleted(int start, Span<ulong> matches)
    {
        ReadOnlySpan<ulong> live = segment.LiveDocs;
        if (!live.IsEmpty)
        {
            Keep(live, start, matches);
        }
    }
}
