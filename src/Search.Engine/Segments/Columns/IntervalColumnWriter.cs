using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Search.Engine.Codecs;
using Search.Engine.Segments.Files;

namespace Search.Engine.Segments.Columns;

/// <summary>
/// Collects the intervals of a field document by document and writes them in as few bytes as the greatest needs: the
/// lower end above the least of all, the length of the interval, and a bit for each document that has one.
/// </summary>
internal sealed class IntervalColumnWriter
{
    private readonly List<(long Lower, long Upper)> _values = [];
    private readonly List<ulong> _present = [];
    private int _docCount;

    /// <summary>Appends a document without an interval.</summary>
    public void AddNone()
    {
        if (_docCount % 64 == 0)
        {
            _present.Add(0);
        }

        _docCount++;
        _values.Add((0, -1));
    }

    /// <summary>Appends a document; the lower end is not above the upper.</summary>
    public void Add(long lower, long upper)
    {
        AddNone();
        _values[^1] = (lower, upper);
        CollectionsMarshal.AsSpan(_present)[^1] |= 1UL << ((_docCount - 1) % 64);
    }

    /// <summary>Writes the section.</summary>
    public void Finish(SegmentFileWriter output, int field)
    {
        ReadOnlySpan<(long Lower, long Upper)> values = CollectionsMarshal.AsSpan(_values);
        long least = long.MaxValue;
        ulong longest = 0;
        foreach ((long lower, long upper) in values)
        {
            if (lower <= upper)
            {
                least = Math.Min(least, lower);
                longest = Math.Max(longest, unchecked((ulong)(upper - lower)));
            }
        }

        ulong greatest = 0;
        foreach ((long lower, long upper) in values)
        {
            greatest = lower <= upper ? Math.Max(greatest, unchecked((ulong)(lower - least))) : greatest;
        }

        (int lowerLength, int lengthLength) = (ByteCount(greatest), ByteCount(longest));
        var bytes = new ByteBuffer();
        bytes.WriteUInt64(unchecked((ulong)least));
        bytes.WriteUInt32((uint)lowerLength);
        bytes.WriteUInt32((uint)lengthLength);
        output.BeginSection(SectionKind.IntervalColumn, field);
        output.Write(bytes.Span);
        output.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_present)));
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        foreach ((long lower, long upper) in values)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(number, lower <= upper ? unchecked((ulong)(lower - least)) : 0);
            output.Write(number[..lowerLength]);
        }

        foreach ((long lower, long upper) in values)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(number, lower <= upper ? unchecked((ulong)(upper - lower)) : 0);
            output.Write(number[..lengthLength]);
        }

        output.EndSection();
    }

    private static int ByteCount(ulong value) => (64 - System.Numerics.BitOperations.LeadingZeroCount(value) + 7) / 8;
}
