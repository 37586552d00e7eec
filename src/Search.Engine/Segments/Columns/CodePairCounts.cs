using System.Buffers;
using Search.Engine.Codecs;

namespace Search.Engine.Segments.Columns;

/// <summary>
/// Counts two columns of few sets at once, by the pairs of codes that documents have: one addition a document instead
/// of two, which is most of what counting costs.
/// </summary>
internal sealed class CodePairCounts : IDisposable
{
    private const int MostCells = 4096; // half of the first-level cache

    private readonly CodeCounts _left;
    private readonly CodeCounts _right;
    private readonly int _shift;
    private readonly int _cellCount;
    private readonly int[] _cells;

    private CodePairCounts(CodeCounts left, CodeCounts right, int shift, int cellCount)
    {
        (_left, _right, _shift, _cellCount) = (left, right, shift, cellCount);
        _cells = ArrayPool<int>.Shared.Rent(cellCount);
        _cells.AsSpan(0, cellCount).Clear();
    }

    /// <summary>Counts of two columns of one segment; null where there are too many pairs.</summary>
    public static CodePairCounts? Of(ValueCounts left, ValueCounts right)
    {
        if (left is not CodeCounts { AreBytes: true } one || right is not CodeCounts { AreBytes: true } two)
        {
            return null;
        }

        int shift = BitPacking.Width((uint)two.SetCount);
        int cellCount = (one.SetCount + 1) << shift;
        return cellCount <= MostCells ? new CodePairCounts(one, two, shift, cellCount) : null;
    }

    /// <summary>Counts documents, as <see cref="ValueCounts.Add"/>.</summary>
    public void Add(ReadOnlySpan<int> docs) =>
        CodeHistogram.Add(_left.Codes, _right.Codes, _shift, docs, _cells.AsSpan(0, _cellCount));

    /// <summary>Hands the counts over to those of the two columns, and gives back what was lent.</summary>
    public void Dispose()
    {
        for (int cell = 0; cell < _cellCount; cell++)
        {
            if (_cells[cell] > 0)
            {
                _left.Add(cell >> _shift, _cells[cell]);
                _right.Add(cell & ((1 << _shift) - 1), _cells[cell]);
            }
        }

        ArrayPool<int>.Shared.Return(_cells);
    }
}
