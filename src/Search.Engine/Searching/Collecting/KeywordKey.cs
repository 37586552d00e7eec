using System.Text;
using Search.Engine.Segments.Columns;

namespace Search.Engine.Searching.Collecting;

/// <summary>
/// By the values of a keyword field: the least of a document ascending, the greatest descending. Ordinals stand at odd
/// numbers, so that a value of another segment that lacks here stands at the even number between its neighbours.
/// </summary>
internal sealed class KeywordKey(KeywordColumn column, bool isDescending) : SegmentKey
{
    private int[] _buffer = [];

    /// <inheritdoc/>
    public override long Of(int docId, float score)
    {
        int ordinal = Ordinal(docId);
        return ordinal < 0 ? Missing : Directed((2L * ordinal) + 1);
    }

    /// <inheritdoc/>
    public override long Of(in SortValue value)
    {
        if (value.IsMissing)
        {
            return Missing;
        }

        byte[] text = Encoding.UTF8.GetBytes(value.Text ?? string.Empty);
        int low = 0;
        int high = column.ValueCount;
        while (low < high)
        {
            int middle = (low + high) / 2;
            int order = column.Value(middle).SequenceCompareTo(text);
            if (order == 0)
            {
                return Directed((2L * middle) + 1);
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
        }

        return Directed(2L * low);
    }

    /// <inheritdoc/>
    public override SortValue Value(int docId, float score)
    {
        int ordinal = Ordinal(docId);
        return ordinal < 0 ? SortValue.Missing : SortValue.OfText(Encoding.UTF8.GetString(column.Value(ordinal)));
    }

    private int Ordinal(int docId)
    {
        ReadOnlySpan<int> ordinals = column.Ordinals(docId, ref _buffer);
        return ordinals.IsEmpty ? -1 : isDescending ? ordinals[^1] : ordinals[0];
    }

    private long Directed(long number) => isDescending ? -number : number;
}
