using Search.Engine.Segments;
using Search.Engine.TopK;

namespace Search.Engine.Searching.Collecting;

/// <summary>
/// What decides among hits of equal scores where a field does. Within a segment hits are told apart by the numbers of
/// the field's values; values themselves are compared only across segments.
/// </summary>
/// <param name="order">By score, then by the field.</param>
/// <param name="limit">Most hits kept, not negative.</param>
/// <param name="after">Hits are looked for behind these values; null for the first page.</param>
internal sealed class ScoreTies(HitOrder order, int limit, SortValues? after)
{
    private readonly List<SearchHit> _hits = [];
    private SegmentKey? _key;
    private long _afterRank;

    /// <summary>The best hits of the segments that were ended, in order.</summary>
    public IReadOnlyList<SearchHit> Hits => _hits;

    /// <summary>Begins a segment: what keeps the best of its documents.</summary>
    public ScoreQueue Begin(SegmentView segment)
    {
        _key = order.Over(segment)[1];
        _afterRank = after is null ? 0 : _key.Of(after.Values[1]);
        float floor = limit > 0 && _hits.Count == limit ? MathF.BitDecrement(_hits[^1].Score) : -1;
        return new ScoreQueue(limit, floor, isRanked: true);
    }

    /// <summary>The rank of a document of the segment among those of its score.</summary>
    public long RankOf(int docId) => _key!.Of(docId, 0); // a segment was begun

    /// <summary>Whether a document whose score is that of the hit before it stands behind that.</summary>
    public bool IsBehind(long rank, long place) =>
        rank != _afterRank ? rank > _afterRank : HitPlace.Address(place) > after!.Address; // asked on later pages alone

    /// <summary>Ends the segment.</summary>
    public void End(ScoreQueue queue)
    {
        foreach (ScoredPlace item in queue.Sorted())
        {
            DocAddress address = HitPlace.Address(item.Place);
            var values = new RankedValues(item.Score, _key!, address.DocId, item.Rank); // as above
            _hits.Add(new SearchHit(address, item.Score, new SortValues(values, address)));
        }

        if (_hits.Count > queue.Count && queue.Count > 0)
        {
            _hits.Sort(order);
            _hits.RemoveRange(Math.Min(limit, _hits.Count), Math.Max(0, _hits.Count - limit));
        }
    }
}
