using Search.Engine.Schemas;
using Search.Engine.Segments;

namespace Search.Engine.Searching.Collecting;

/// <summary>The order of the hits of a search.</summary>
internal sealed class HitOrder : IComparer<SearchHit>
{
    private readonly (FieldDefinition? Field, bool IsDescending)[] _keys;

    /// <summary>Makes an order.</summary>
    /// <exception cref="ArgumentException">A key names no keyword or interval field.</exception>
    public HitOrder(IReadOnlyList<SortKey> keys, IndexSchema schema)
    {
        _keys = [.. keys.Select(key => (FieldOf(key, schema), key.IsDescending))];
    }

    /// <summary>Number of keys.</summary>
    public int Count => _keys.Length;

    /// <summary>Whether hits are ordered by score and nothing else.</summary>
    public bool IsByScore => _keys is [{ Field: null }];

    /// <summary>Whether hits are ordered by score, and those of equal scores by one field.</summary>
    public bool IsByScoreAndField => _keys is [{ Field: null }, { Field: not null }];

    /// <summary>The keys over one segment.</summary>
    public SegmentKey[] Over(SegmentView segment) =>
    [
        .. _keys.Select(key => key.Field is null ? (SegmentKey)new ScoreKey()
            : key.Field.Kind == FieldKind.Interval ? new IntervalKey(segment.Intervals(key.Field), key.IsDescending)
            : new KeywordKey(segment.Keywords(key.Field), key.IsDescending)),
    ];

    /// <inheritdoc/>
    public int Compare(SearchHit? x, SearchHit? y)
    {
        // Never null: hits are compared among themselves.
        if (x!.Values.Values is RankedValues one && y!.Values.Values is RankedValues other && one.IsBeside(other))
        {
            int ranked = one.CompareTo(other);
            return ranked != 0 ? ranked : x.Address.CompareTo(y.Address);
        }

        for (int i = 0; i < _keys.Length; i++)
        {
            SortValue left = x.Values.Values[i];
            SortValue right = y!.Values.Values[i];
            int order = left.IsMissing || right.IsMissing
                ? left.IsMissing.CompareTo(right.IsMissing)
                : _keys[i].IsDescending || _keys[i].Field is null ? right.CompareTo(left) : left.CompareTo(right);
            if (order != 0)
            {
                return order;
            }
        }

        return x.Address.CompareTo(y!.Address);
    }

    private static FieldDefinition? FieldOf(SortKey key, IndexSchema schema)
    {
        if (key.Field is null)
        {
            return null;
        }

        return schema.TryGetField(key.Field, out FieldDefinition? field)
            && field.Kind is FieldKind.Keyword or FieldKind.Interval
            ? field
            : throw new ArgumentException($"'{key.Field}' is no keyword or interval field of the schema.", nameof(key));
    }
}
