namespace Search.Engine.TopK;

/// <summary>
/// Keeps the best few documents of a segment, shown in any order: the higher score first, of equal ones the lower doc
/// id. For numbers of documents that are small enough to be kept in order.
/// </summary>
/// <param name="limit">Most documents kept, at least 1.</param>
/// <param name="floor">The score that a document must exceed in any case.</param>
internal sealed class BestDocs(int limit, float floor)
{
    private readonly (float Score, int DocId)[] _items = new (float, int)[limit];
    private int _count;

    /// <summary>The documents kept, best first.</summary>
    public ReadOnlySpan<(float Score, int DocId)> Items => _items.AsSpan(0, _count);

    /// <summary>Whether some document of a score is kept, whatever its doc id.</summary>
    public bool Admits(float score) => score > floor && (_count < limit || score >= _items[^1].Score);

    /// <summary>Shows a document; none twice.</summary>
    public void Show(float score, int docId)
    {
        if (!Admits(score) || (_count == limit && !IsBetter(score, docId, _items[^1])))
        {
            return;
        }

        int place = _count == limit ? limit - 1 : _count++;
        for (; place > 0 && IsBetter(score, docId, _items[place - 1]); place--)
        {
            _items[place] = _items[place - 1];
        }

        _items[place] = (score, docId);
    }

    /// <summary>Takes away the documents of a list.</summary>
    /// <param name="docIds">Ascending.</param>
    public void Remove(ReadOnlySpan<int> docIds)
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            if (docIds.BinarySearch(_items[i].DocId) < 0)
            {
                _items[kept++] = _items[i];
            }
        }

        _count = kept;
    }

    private static bool IsBetter(float score, int docId, (float Score, int DocId) other) =>
        score > other.Score || (score == other.Score && docId < other.DocId);
}
