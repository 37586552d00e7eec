using Search.Engine.Matching.Cursors;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;
using Search.Engine.TopK;

namespace Search.Engine.Searching.Collecting;

/// <summary>Walks the matches of each segment, counts them, and keeps the best by any order.</summary>
internal sealed class HitCollector(
    HitOrder order, int limit, SortValues? after, FacetCounters facets, SearchClock clock) : ICollector
{
    private readonly List<SearchHit> _hits = [];
    private readonly long[] _keys = new long[order.Count];

    /// <inheritdoc/>
    public long Total { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<SearchHit> Best()
    {
        _hits.Sort(order);
        return _hits.Count <= limit ? _hits : _hits[..limit];
    }

    /// <inheritdoc/>
    public void Collect(int number, SegmentView segment, SegmentMatch match)
    {
        MatchCursor cursor = match.All();
        SegmentFilters? filters = match.Sideways;
        SegmentKey[] keys = order.Over(segment);
        var queue = new HitQueue<KeyedHit>(limit, KeyedHit.Order);
        long[]? afterKeys = after?.Values.Select((value, i) => keys[i].Of(value)).ToArray();
        facets.Begin(segment);
        ReadOnlySpan<ulong> live = segment.LiveDocs;
        for (int docId = cursor.Next(); docId != DocCursor.End && !clock.Tick(); docId = cursor.Next())
        {
            if ((!live.IsEmpty && (live[docId >> 6] & (1UL << (docId & 63))) == 0)
                || (!cursor.IsExact && !cursor.Matches())
                || !Count(docId, filters)
                || limit == 0)
            {
                continue;
            }

            float score = cursor.Score();
            for (int i = 0; i < keys.Length; i++)
            {
                _keys[i] = keys[i].Of(docId, score);
            }

            if ((afterKeys is null || IsBehind(number, docId, afterKeys))
                && queue.Admits(new KeyedHit(_keys, docId, score)))
            {
                queue.Add(new KeyedHit([.. _keys], docId, score));
            }
        }

        facets.End();
        foreach (KeyedHit hit in queue.Sorted())
        {
            var address = new DocAddress(number, hit.DocId);
            SortValue[] values = [.. keys.Select(key => key.Value(hit.DocId, hit.Score))];
            _hits.Add(new SearchHit(address, hit.Score, new SortValues(values, address)));
        }
    }

    private bool Count(int docId, SegmentFilters? filters)
    {
        int failed = filters?.Failed(docId) ?? SegmentFilters.None;
        if (failed == SegmentFilters.None)
        {
            Total++;
            facets.Count(docId);
        }
        else if (failed >= 0)
        {
            facets[failed].Count(docId);
        }

        return failed == SegmentFilters.None;
    }

    private bool IsBehind(int number, int docId, long[] afterKeys)
    {
        int compared = KeyedHit.CompareKeys(_keys, afterKeys);
        return compared > 0 || (compared == 0 && new DocAddress(number, docId) > after!.Address); // its keys are given
    }
}
