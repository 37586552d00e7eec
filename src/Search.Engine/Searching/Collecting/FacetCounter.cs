using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Columns;
using Search.Engine.TopK;

namespace Search.Engine.Searching.Collecting;

/// <summary>Counts the values of one keyword field over the hits of a search.</summary>
internal sealed class FacetCounter
{
    /// <summary>Up to so many values are put in order on the stack; of more, a heap keeps the most frequent.</summary>
    private const int MostSorted = 128;

    private readonly FieldDefinition _field;
    private readonly int _size;
    private readonly Dictionary<string, long>? _merged;
    private readonly DocBatch _batch = new();
    private IReadOnlyList<FacetValue> _best = [];
    private KeywordColumn? _column;
    private ValueCounts? _counts;

    /// <summary>Makes a counter.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="hasSegments">Whether there is more than one segment.</param>
    /// <exception cref="ArgumentException">The request names no keyword field.</exception>
    public FacetCounter(FacetRequest request, IndexSchema schema, bool hasSegments)
    {
        _field = schema.TryGetField(request.Field, out FieldDefinition? field) && field.Kind == FieldKind.Keyword
            ? field
            : throw new ArgumentException($"'{request.Field}' is no keyword field of the schema.", nameof(request));
        _size = Math.Max(request.Size, 0);
        _merged = hasSegments ? new Dictionary<string, long>(StringComparer.Ordinal) : null;
    }

    /// <summary>Name of the field.</summary>
    public string Name => _field.Name;

    /// <summary>The counts of the segment.</summary>
    public ValueCounts Counts => _counts!; // begun

    /// <summary>Begins a segment.</summary>
    public void Begin(SegmentView segment)
    {
        _column = segment.Keywords(_field);
        _counts = _column.Counts();
    }

    /// <summary>Counts a document of the segment.</summary>
    public void Count(int docId)
    {
        _batch.Add(docId);
        if (_batch.IsFull)
        {
            Count(_batch.Docs);
            _batch.Clear();
        }
    }

    /// <summary>Counts documents of the segment.</summary>
    public void Count(ReadOnlySpan<int> docs) => Counts.Add(docs);

    /// <summary>Ends the segment.</summary>
    public void End()
    {
        Count(_batch.Docs);
        _batch.Return();
        ReadOnlySpan<int> sums = Counts.Sums();
        if (_merged is null)
        {
            _best = Best(sums);
        }
        else
        {
            for (int ordinal = 0; ordinal < sums.Length; ordinal++)
            {
                if (sums[ordinal] > 0)
                {
                    string value = _column!.Text(ordinal); // begun
                    _merged[value] = _merged.GetValueOrDefault(value) + sums[ordinal];
                }
            }
        }

        Counts.Dispose();
    }

    /// <summary>The values: largest count first, ties by value.</summary>
    public IReadOnlyList<FacetValue> Values() => _merged is null ? _best :
    [
        .. _merged.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(_size).Select(pair => new FacetValue(pair.Key, pair.Value)),
    ];

    /// <summary>The values of the only segment; those that are not among the most frequent are not even read.</summary>
    private FacetValue[] Best(ReadOnlySpan<int> sums)
    {
        var order = new CountedValueOrder(_column!); // begun
        Span<CountedValue> few = stackalloc CountedValue[sums.Length <= MostSorted ? sums.Length : 0];
        ReadOnlySpan<CountedValue> sorted = sums.Length <= MostSorted ? Sorted(sums, few, order) : Queued(sums, order);
        sorted = sorted[..Math.Min(sorted.Length, _size)];
        var best = new FacetValue[sorted.Length];
        for (int i = 0; i < best.Length; i++)
        {
            best[i] = new FacetValue(_column!.Text(sorted[i].Ordinal), sorted[i].Count); // begun
        }

        return best;
    }

    private static Span<CountedValue> Sorted(
        ReadOnlySpan<int> sums, Span<CountedValue> values, CountedValueOrder order)
    {
        int count = 0;
        for (int ordinal = 0; ordinal < sums.Length; ordinal++)
        {
            values[count] = new CountedValue(ordinal, sums[ordinal]);
            count += sums[ordinal] > 0 ? 1 : 0;
        }

        values = values[..count];
        values.Sort(order);
        return values;
    }

    private ReadOnlySpan<CountedValue> Queued(ReadOnlySpan<int> sums, CountedValueOrder order)
    {
        var queue = new HitQueue<CountedValue>(_size, order);
        for (int ordinal = 0; ordinal < sums.Length; ordinal++)
        {
            var value = new CountedValue(ordinal, sums[ordinal]);
            if (value.Count > 0 && queue.Admits(value))
            {
                queue.Add(value);
            }
        }

        return queue.Sorted();
    }

    private readonly record struct CountedValue(int Ordinal, int Count);

    private sealed class CountedValueOrder(KeywordColumn column) : IComparer<CountedValue>
    {
        public int Compare(CountedValue left, CountedValue right) =>
            left.Count != right.Count ? right.Count.CompareTo(left.Count)
            : left.Ordinal == right.Ordinal ? 0
            : string.CompareOrdinal(column.Text(left.Ordinal), column.Text(right.Ordinal));
    }
}
