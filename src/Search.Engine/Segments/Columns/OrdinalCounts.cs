using System.Buffers;

namespace Search.Engine.Segments.Columns;

/// <summary>Counts the values of any column document by document.</summary>
internal sealed class OrdinalCounts : ValueCounts
{
    private readonly KeywordColumn _column;
    private readonly int[] _counts;
    private int[] _buffer = [];

    /// <summary>Makes counts of a column, all zero.</summary>
    public OrdinalCounts(KeywordColumn column)
    {
        _column = column;
        _counts = ArrayPool<int>.Shared.Rent(column.ValueCount);
        _counts.AsSpan(0, column.ValueCount).Clear();
    }

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<int> docs)
    {
        foreach (int doc in docs)
        {
            foreach (int ordinal in _column.Ordinals(doc, ref _buffer))
            {
                _counts[ordinal]++;
            }
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Sums() => _counts.AsSpan(0, _column.ValueCount);

    /// <inheritdoc/>
    public override void Dispose() => ArrayPool<int>.Shared.Return(_counts);
}
