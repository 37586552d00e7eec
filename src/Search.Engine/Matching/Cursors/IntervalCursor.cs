using Search.Engine.Segments.Columns;

namespace Search.Engine.Matching.Cursors;

/// <summary>
/// Documents whose interval overlaps <paramref name="lower"/> to <paramref name="upper"/>, both included.
/// </summary>
internal sealed class IntervalCursor(IntervalColumn column, long lower, long upper, int docCount, float score)
    : TestedCursor(docCount, score)
{
    /// <inheritdoc/>
    protected override bool Passes(int docId) =>
        column.TryGet(docId, out long first, out long last) && first <= upper && last >= lower;
}
