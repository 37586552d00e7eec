namespace Search.Engine.TopK;

/// <summary>Keeps the best so many of the items shown to it, by a heap whose top is the worst that is kept.</summary>
/// <typeparam name="T">Kind of items.</typeparam>
/// <param name="limit">Most items kept, not negative.</param>
/// <param name="order">Puts the better item first; no two items are equal in it.</param>
internal sealed class HitQueue<T>(int limit, IComparer<T> order)
{
    private T[] _items = new T[Math.Min(limit, 128)];

    /// <summary>Items kept.</summary>
    public int Count { get; private set; }

    /// <summary>Whether an item would be kept.</summary>
    public bool Admits(T item) => Count < limit || (limit > 0 && order.Compare(item, _items[0]) < 0);

    /// <summary>Keeps an item that <see cref="Admits"/>; the worst goes where there are too many.</summary>
    public void Add(T item)
    {
        if (Count < limit)
        {
            if (Count == _items.Length)
            {
                Array.Resize(ref _items, (int)Math.Min(limit, 2L * Count));
            }

            _items[Count] = item;
            SiftUp(Count++);
        }
        else
        {
            _items[0] = item;
            SiftDown();
        }
    }

    /// <summary>The items kept, best first; none is added any more.</summary>
    public ReadOnlySpan<T> Sorted()
    {
        Span<T> items = _items.AsSpan(0, Count);
        items.Sort(order);
        return items;
    }

    private void SiftUp(int node)
    {
        while (node > 0)
        {
            int parent = (node - 1) / 2;
            if (order.Compare(_items[node], _items[parent]) <= 0)
            {
                break;
            }

            (_items[node], _items[parent]) = (_items[parent], _items[node]);
            node = parent;
        }
    }

    private void SiftDown()
    {
        int node = 0;
        while (true)
        {
            int child = (2 * node) + 1;
            if (child >= Count)
            {
                return;
            }

            if (child + 1 < Count && order.Compare(_items[child + 1], _items[child]) > 0)
            {
                child++;
            }

            if (order.Compare(_items[child], _items[node]) <= 0)
            {
                return;
            }

            (_items[node], _items[child]) = (_items[child], _items[node]);
            node = child;
        }
    }
}
