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
    private readonly bool _areBytes;
    private readonly int[] _byCode;
    private int[] _byValue = [];

    /// <summary>Makes counts of a column, all zero.</summary>
    /// <param name="column">Has codes of eight or sixteen bits.</param>
    /// <param name="codeWidth">The bits of a code.</param>
    public CodeCounts(DiskKeywordColumn column, int codeWidth)
    {
        _column = column;
        _areBytes = codeWidth == 8;
        int length = _areBytes ? CodeHistogram.ByteCells : column.SetCount + 1;
        _byCode = ArrayPool<int>.Shared.Rent(length);
        _byCode.AsSpan(0, length).Clear();
    }

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<int> docs)
    {
        if (_areBytes)
        {
            CodeHistogram.Add(_column.Codes<byte>(), docs, _byCode);
        }
        else if (!CodeHistogram.TryAdd(_column.Codes<ushort>(), docs, _byCode.AsSpan(0, _column.SetCount + 1)))
        {
            throw _column.CorruptCode();
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Sums()
    {
        if (_areBytes)
        {
            CodeHistogram.Fold(_byCode);
            if (_byCode.AsSpan(0, CodeHistogram.ByteCodes)[(_column.SetCount + 1)..].ContainsAnyExcept(0))
            {
                throw _column.CorruptCode();
            }
        }

        _byValue = ArrayPool<int>.Shared.Rent(_column.ValueCount);
        Span<int> sums = _byValue.AsSpan(0, _column.ValueCount);
        sums.Clear();
        int[] buffer = [];
        for (int code = 1; code <= _column.SetCount; code++)
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
        ArrayPool<int>.Shared.Return(_byCode);
        if (_byValue.Length > 0)
        {
            ArrayPool<int>.Shared.Return(_byValue);
        }
    }
}
