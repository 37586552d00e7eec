using Search.Engine.Segments.Columns;

namespace Search.Engine.Searching.Collecting;

/// <summary>By the lower end of an interval.</summary>
internal sealed class IntervalKey(IntervalColumn column, bool isDescending) : SegmentKey
{
    /// <inheritdoc/>
    public override long Of(int docId, float score) =>
        column.TryGet(docId, out long lower, out _) ? Of(lower) : Missing;

    /// <inheritdoc/>
    public override long Of(in SortValue value) => value.IsMissing ? Missing : Of(value.Number);

    /// <inheritdoc/>
    public override SortValue Value(int docId, float score) =>
        column.TryGet(docId, out long lower, out _) ? SortValue.OfNumber(lower) : SortValue.Missing;

    private long Of(long lower) => isDescending ? ~lower : lower;
}
