using System.Buffers;
using Search.Engine.Codecs;

namespace Search.Engine.Segments.Columns;

/// <summary>
/// Counts documents by the codes of a column that take one or two bytes, and only in the end what values the codes
/// stand for: a document costs one addition, however many values it has.
/// </summary>
internal sealed class CodeCounts : ValueCounts
{
    private readonly DiskKeywordColumn _column;
    private readonly int[] _byCode;
    private int[] _byByte = []; // the tables of a histogram, which no one fills where pairs are counted
    private int[] _byValue = [];

    /// <summary>Makes counts of a column, all zero.</summary>
    /// <param name="column">Has codes of eight or sixteen bits, all of them checked.</param>
    /// <param name="codeWidth">The bits of a code.</param>
    public CodeCounts(DiskKeywordColumn column, int codeWidth)
    {
        _column = column;
        AreBytes = codeWidth == 8;
        _byCode = ArrayPool<int>.Shared.Rent(SetCount + 1);
        _byCode.AsSpan(0, SetCount + 1).Clear();
    }

    /// <summary>Whether a code takes one byte.</summary>
    public bool AreBytes { get; }

    /// <summary>The greatest code.</summary>
    public int SetCount => _column.SetCount;

    /// <summary>The codes of all documents, where they take one byte.</summary>
    public ReadOnlySpan<byte> Codes => _column.Codes<byte>();

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<int> docs)
    {
        if (!AreBytes)
        {
            CodeHistogram.Add(_column.Codes<ushort>(), docs, _byCode.AsSpan(0, SetCount + 1));
        }
        else if (docs.Length > 0)
        {
            if (_byByte.Length == 0)
            {
                _byByte = ArrayPool<int>.Shared.Rent(CodeHistogram.ByteCells);
                _byByte.AsSpan(0, CodeHistogram.ByteCells).Clear();
            }

            CodeHistogram.Add(Codes, docs, _byByte);
        }
    }

    /// <summary>Counts so many documents that have a code.</summary>
    public void Add(int code, int documents) => _byCode[code] += documents;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Sums()
    {
        if (_byByte.Length > 0)
        {
            CodeHistogram.Fold(_byByte, _byCode.AsSpan(0, SetCount + 1));
        }

        _byValue = ArrayPool<int>.Shared.Rent(_column.ValueCount);
        Span<int> sums = _byValue.AsSpan(0, _column.ValueCount);
        sums.Clear();
        int[] buffer = [];
        for (int code = 1; code <= SetCount; code++)
        {
            if (_byCode[code] > 0)
            {
                foreach (int ordinal in _column.OrdinalsOf(code, ref buffer))
                {
                    sums[ordinal] += _byCode[code];
                }
            }
        }

        return sums;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (int[] lent in (ReadOnlySpan<int[]>)[_byCode, _byByte, _byValue])
        {
            if (lent.Length > 0)
            {
                ArrayPool<int>.Shared.Return(lent);
            }
        }
    }
}
