using System.Text;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Columns;

namespace Search.Engine.Searching.Collecting;

/// <summary>Counts the values of one keyword field over the hits of a search.</summary>
internal sealed class FacetCounter
{
    private readonly FieldDefinition _field;
    private readonly int _size;
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private KeywordColumn? _column;
    private int[] _ordinalCounts = [];
    private int[] _buffer = [];

    /// <summary>Makes a counter.</summary>
    /// <exception cref="ArgumentException">The request names no keyword field.</exception>
    public FacetCounter(FacetRequest request, IndexSchema schema)
    {
        _field = schema.TryGetField(request.Field, out FieldDefinition? field) && field.Kind == FieldKind.Keyword
            ? field
            : throw new ArgumentException($"'{request.Field}' is no keyword field of the schema.", nameof(request));
        _size = request.Size;
    }

    /// <summary>Name of the field.</summary>
    public string Name => _field.Name;

    /// <summary>Begins a segment.</summary>
    public void Begin(SegmentView segment)
    {
        _column = segment.Keywords(_field);
        _ordinalCounts = new int[_column.ValueCount];
    }

    /// <summary>Counts a document of the segment.</summary>
    public void Count(int docId)
    {
        foreach (int ordinal in _column!.Ordinals(docId, ref _buffer)) // begun
        {
            _ordinalCounts[ordinal]++;
        }
    }

    /// <summary>Counts the documents of a window.</summary>
    /// <param name="start">First document of the window.</param>
    /// <param name="documents">A bit a document.</param>
    public void Count(int start, ReadOnlySpan<ulong> documents) =>
        _column!.Count(start, documents, _ordinalCounts); // begun

    /// <summary>Ends the segment.</summary>
    public void End()
    {
        for (int ordinal = 0; ordinal < _ordinalCounts.Length; ordinal++)
        {
            if (_ordinalCounts[ordinal] > 0)
            {
                string value = Encoding.UTF8.GetString(_column!.Value(ordinal)); // begun
                _counts[value] = _counts.GetValueOrDefault(value) + _ordinalCounts[ordinal];
            }
        }
    }

    /// <summary>The values: largest count first, ties by value.</summary>
    public IReadOnlyList<FacetValue> Values() =>
    [
        .. _counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(_size).Select(pair => new FacetValue(pair.Key, pair.Value)),
    ];
}
