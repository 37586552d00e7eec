using System.Buffers.Binary;
using Search.Engine.Segments.Files;

namespace Search.Engine.Segments.Columns;

/// <summary>The column of an interval field on disk.</summary>
internal sealed class DiskIntervalColumn : IntervalColumn
{
    private const int HeadLength = 16;

    private readonly SegmentSection _section;
    private readonly int _docCount;
    private readonly long _least;
    private readonly int _lowerLength;
    private readonly int _lengthLength;
    private readonly int _lowersAt;
    private readonly int _lengthsAt;

    /// <summary>Opens the column of a field.</summary>
    /// <exception cref="IndexCorruptException">Its parts do not fit together.</exception>
    public DiskIntervalColumn(SegmentSection section, int docCount)
    {
        _section = section;
        _docCount = docCount;
        ReadOnlySpan<byte> head = section.Read(0, HeadLength);
        _least = BinaryPrimitives.ReadInt64LittleEndian(head);
        uint lowerLength = BinaryPrimitives.ReadUInt32LittleEndian(head[8..]);
        uint lengthLength = BinaryPrimitives.ReadUInt32LittleEndian(head[12..]);
        section.Require(lowerLength <= 8 && lengthLength <= 8, $"values of {lowerLength} and {lengthLength} bytes");
        (_lowerLength, _lengthLength) = ((int)lowerLength, (int)lengthLength);
        long lowersAt = HeadLength + ((docCount + 63L) / 64 * sizeof(ulong));
        long lengthsAt = lowersAt + ((long)docCount * _lowerLength);
        long length = lengthsAt + ((long)docCount * _lengthLength);
        section.Require(
            section.Length == length && length < int.MaxValue, $"{section.Length} bytes where {length} are due");
        (_lowersAt, _lengthsAt) = ((int)lowersAt, (int)lengthsAt);
    }

    /// <inheritdoc/>
    public override bool TryGet(int docId, out long lower, out long upper)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, _docCount);
        ReadOnlySpan<byte> bytes = _section.ReadAll();
        if ((bytes[HeadLength + (docId >> 3)] & (1 << (docId & 7))) == 0)
        {
            (lower, upper) = (0, 0);
            return false;
        }

        ulong above = Read(bytes, _lowersAt + (docId * _lowerLength), _lowerLength);
        ulong length = Read(bytes, _lengthsAt + (docId * _lengthLength), _lengthLength);
        lower = unchecked(_least + (long)above);
        upper = unchecked(lower + (long)length);
        _section.Require(lower >= _least && upper >= lower, $"interval {lower} to {upper}");
        return true;
    }

    /// <summary>Reads up to eight bytes; eight can always be read.</summary>
    private static ulong Read(ReadOnlySpan<byte> bytes, int at, int length)
    {
        ulong value = BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
        return length == sizeof(ulong) ? value : value & ((1UL << (8 * length)) - 1);
    }
}
