using Search.Engine.Segments.Columns;

namespace Search.Engine.Indexing.Memory;

/// <summary>The value of an interval field of one document in memory.</summary>
internal sealed class MemoryIntervalColumn : IntervalColumn
{
    private bool _hasValue;
    private long _lower;
    private long _upper;

    /// <summary>Whether the document has a value.</summary>
    public bool HasValue => _hasValue;

    /// <summary>Takes the value away.</summary>
    public void Clear() => _hasValue = false;

    /// <summary>Sets the value.</summary>
    public void Set(long lower, long upper)
    {
        _hasValue = true;
        _lower = lower;
        _upper = upper;
    }

    /// <inheritdoc/>
    public override bool TryGet(int docId, out long lower, out long upper)
    {
        lower = _lower;
        upper = _upper;
        return _hasValue;
    }
}
