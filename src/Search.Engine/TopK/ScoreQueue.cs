namespace Search.Engine.TopK;

/// <summary>
/// Keeps the best so many documents by score, and those of equal scores by rank. A heap whose top is the worst that is
/// kept.
/// </summary>
/// <param name="limit">Most documents kept, not negative.</param>
/// <param name="floor">The score that a document must exceed in any case; -1 for none.</param>
/// <param name="isRanked">
/// Whether a document may go before one of the same score that was shown before it. Where not, ranks ascend as
/// documents are shown, so that the first shown stays.
/// </param>
internal sealed class ScoreQueue(int limit, float floor = -1, bool isRanked = false)
{
    private ScoredPlace[] _items = new ScoredPlace[Math.Min(limit, 16)];

    /// <summary>Documents kept.</summary>
    public int Count { get; private set; }

    /// <summary>The score that a document must exceed to be kept; the floor while there is room.</summary>
    public float Threshold { get; private set; } = limit == 0 ? float.PositiveInfinity : floor;

    /// <summary>Keeps a document if its score is high enough.</summary>
    /// <param name="score">Not negative.</param>
    /// <param name="rank">Of equal scores the lesser rank is kept, of equal ranks the lesser place.</param>
    /// <param name="place">What stands for the document.</param>
    public void Show(float score, long rank, long place)
    {
        var item = new ScoredPlace(score, rank, place);
        if (!(score > Threshold) || (isRanked && Count == limit && !IsWorse(_items[0], item)))
        {
            return;
        }

        if (Count < limit)
        {
            if (Count == _items.Length)
            {
                Array.Resize(ref _items, (int)Math.Min(limit, 2L * Count));
            }

            SiftUp(Count++, item);
        }
        else
        {
            SiftDown(item);
        }

        if (Count == limit)
        {
            // Where ranks decide, a document of the same score may yet be kept.
            Threshold = Math.Max(floor, isRanked ? MathF.BitDecrement(_items[0].Score) : _items[0].Score);
        }
    }

    /// <summary>The documents kept, best first; none is shown any more.</summary>
    public ReadOnlySpan<ScoredPlace> Sorted()
    {
        Span<ScoredPlace> items = _items.AsSpan(0, Count);
        items.Sort(static (left, right) => IsWorse(left, right) ? 1 : IsWorse(right, left) ? -1 : 0);
        return items;
    }

    private static bool IsWorse(in ScoredPlace left, in ScoredPlace right) =>
        left.Score != right.Score ? left.Score < right.Score
        : left.Rank != right.Rank ? left.Rank > right.Rank
        : left.Place > right.Place;

    private void SiftUp(int node, in ScoredPlace item)
    {
        while (node > 0)
        {
            int parent = (node - 1) / 2;
            if (!IsWorse(item, _items[parent]))
            {
                break;
            }

            _items[node] = _items[parent];
            node = parent;
        }

        _items[node] = item;
    }

    /// <summary>Puts an item in the place of the worst.</summary>
    private void SiftDown(in ScoredPlace item)
    {
        int node = 0;
        for (int child = 1; child < Count; child = (2 * node) + 1)
        {
            if (child + 1 < Count && IsWorse(_items[child + 1], _items[child]))
            {
                child++;
            }

            if (!IsWorse(_items[child], item))
            {
                break;
            }

            _items[node] = _items[child];
            node = child;
        }

        _items[node] = item;
    }
}
