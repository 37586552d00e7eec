namespace Search.Engine.TopK;

/// <summary>
/// Keeps the best so many documents by score. Documents are shown in ascending order of their places, so that of equal
/// scores the first shown stays, as it must. A heap whose top is the worst that is kept.
/// </summary>
/// <param name="limit">Most documents kept, not negative.</param>
internal sealed class ScoreQueue(int limit)
{
    private (float Score, long Place)[] _items = new (float, long)[Math.Min(limit, 16)];

    /// <summary>Documents kept.</summary>
    public int Count { get; private set; }

    /// <summary>The score that a document must exceed to be kept; below every score while there is room.</summary>
    public float Threshold { get; private set; } = limit == 0 ? float.PositiveInfinity : -1;

    /// <summary>Keeps a document if its score is high enough.</summary>
    /// <param name="score">Not negative.</param>
    /// <param name="place">Above those of all documents shown before.</param>
    public void Show(float score, long place)
    {
        if (!(score > Threshold))
        {
            return;
        }

        if (Count < limit)
        {
            if (Count == _items.Length)
            {
                Array.Resize(ref _items, (int)Math.Min(limit, 2L * Count));
            }

            SiftUp(Count++, (score, place));
        }
        else
        {
            SiftDown((score, place));
        }

        if (Count == limit)
        {
            Threshold = _items[0].Score;
        }
    }

    /// <summary>The documents kept, best first.</summary>
    public (float Score, long Place)[] Sorted()
    {
        (float Score, long Place)[] items = _items[..Count];
        Array.Sort(items, static (left, right) => left.Score != right.Score
            ? right.Score.CompareTo(left.Score)
            : left.Place.CompareTo(right.Place));
        return items;
    }

    private static bool IsWorse((float Score, long Place) left, (float Score, long Place) right) =>
        left.Score != right.Score ? left.Score < right.Score : left.Place > right.Place;

    private void SiftUp(int node, (float Score, long Place) item)
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
    private void SiftDown((float Score, long Place) item)
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
