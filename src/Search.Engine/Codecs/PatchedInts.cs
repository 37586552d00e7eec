using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Codecs;

/// <summary>
/// Integers packed in a width that fits most of them, with the high parts of the few greater ones kept apart
/// (Zukowski et al., Super-scalar RAM-CPU cache compression, 2006: PFOR). The count is the reader's to know. Bytes:
/// <code>
/// header     low 6 bits: width 0..32; bit 6: exceptions follow
/// (count)    exceptions less one, one byte; only with bit 6
/// packed     the low bits of all values
/// exceptions each an index (one byte, two where there are more than 256 values), then the high part, one byte
/// </code>
/// </summary>
internal static class PatchedInts
{
    private const int ExceptionFlag = 0x40;
    private const int WidthMask = 0x3F;
    private const int MaxExceptionCount = 256;
    private const int MaxHighWidth = 8;

    /// <summary>Bytes that never fall short of an encoding of so many values.</summary>
    public static int MaxByteCount(int count) => 2 + (count * 4) + (MaxExceptionCount * 3) + BitPacking.Slack;

    /// <summary>Encodes values and returns the bytes written.</summary>
    /// <param name="values">Not negative.</param>
    /// <param name="output">Room for <see cref="MaxByteCount"/> bytes.</param>
    public static int Encode(ReadOnlySpan<int> values, Span<byte> output)
    {
        (int width, int exceptionCount) = ChooseWidth(values);
        int packedLength = BitPacking.ByteCount(values.Length, width);
        if (exceptionCount == 0)
        {
            output[0] = (byte)width;
            BitPacking.Pack(values, width, output[1..]);
            return 1 + packedLength;
        }

        output[0] = (byte)(width | ExceptionFlag);
        output[1] = (byte)(exceptionCount - 1);
        PackLow(values, width, output[2..]);
        return WriteExceptions(values, width, output, 2 + packedLength);
    }

    /// <summary>Bytes that <see cref="Length"/> looks at, by the first of them.</summary>
    public static int HeadLength(byte header) => (header & ExceptionFlag) == 0 ? 1 : 2;

    /// <summary>Bytes that an encoding of so many values takes.</summary>
    public static int Length(ReadOnlySpan<byte> source, int count)
    {
        int header = source[0];
        int packed = BitPacking.ByteCount(count, header & WidthMask);
        return (header & ExceptionFlag) == 0
            ? 1 + packed
            : 2 + packed + ((source[1] + 1) * (1 + IndexLength(count)));
    }

    /// <summary>Decodes all values.</summary>
    /// <param name="source">
    /// Begins with the encoding; <see cref="BitPacking.Slack"/> bytes behind it make it faster.
    /// </param>
    /// <param name="values">Receives as many values as were encoded.</param>
    /// <returns>All bits that any value may have; no value is above it, compared unsigned.</returns>
    public static uint Decode(ReadOnlySpan<byte> source, Span<int> values)
    {
        int header = source[0];
        int width = header & WidthMask;
        uint bits = (uint)((1UL << width) - 1);
        if ((header & ExceptionFlag) == 0)
        {
            BitPacking.Unpack(source[1..], width, values);
            return bits;
        }

        BitPacking.Unpack(source[2..], width, values);
        return bits | Patch(source, width, values.Length, 0, values);
    }

    /// <summary>Decodes a part of the values.</summary>
    /// <param name="source">Begins with the encoding.</param>
    /// <param name="count">Number of values encoded.</param>
    /// <param name="start">Index of the first value wanted.</param>
    /// <param name="values">Receives as many values as it holds.</param>
    public static void Decode(ReadOnlySpan<byte> source, int count, int start, Span<int> values)
    {
        int header = source[0];
        int width = header & WidthMask;
        bool hasExceptions = (header & ExceptionFlag) != 0;
        ReadOnlySpan<byte> packed = source[(hasExceptions ? 2 : 1)..];
        if (width == 0)
        {
            values.Clear();
        }
        else
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = BitPacking.Get(packed, width, start + i);
            }
        }

        if (hasExceptions)
        {
            Patch(source, width, count, start, values);
        }
    }

    /// <summary>The bits that all values but the exceptions fit, by the first byte of an encoding.</summary>
    public static int Width(ReadOnlySpan<byte> source) => source[0] & WidthMask;

    /// <summary>Adds the high parts to values decoded to bytes; 255 stands for that and all above.</summary>
    /// <param name="source">Begins with the encoding.</param>
    /// <param name="values">The low parts of all values.</param>
    public static void PatchBytes(ReadOnlySpan<byte> source, Span<byte> values)
    {
        if ((source[0] & ExceptionFlag) == 0)
        {
            return;
        }

        int width = Width(source);
        int indexLength = IndexLength(values.Length);
        int at = 2 + BitPacking.ByteCount(values.Length, width);
        for (int left = source[1] + 1; left > 0; left--)
        {
            int index = indexLength == 1 ? source[at] : source[at] | (source[at + 1] << 8);
            uint high = unchecked((uint)source[at + indexLength] << width);
            at += indexLength + 1;
            if (index < values.Length)
            {
                values[index] = (byte)Math.Min(values[index] | high, byte.MaxValue);
            }
        }
    }

    /// <summary>Decodes one of the values.</summary>
    /// <param name="source">Begins with the encoding.</param>
    /// <param name="count">Number of values encoded.</param>
    /// <param name="index">Which.</param>
    public static int Get(ReadOnlySpan<byte> source, int count, int index)
    {
        int header = source[0];
        int width = header & WidthMask;
        bool hasExceptions = (header & ExceptionFlag) != 0;
        int value = width == 0 ? 0 : BitPacking.Get(source[(hasExceptions ? 2 : 1)..], width, index);
        if (hasExceptions)
        {
            Patch(source, width, count, index, new Span<int>(ref value));
        }

        return value;
    }

    /// <summary>Adds the high parts, and returns all bits that they have.</summary>
    private static uint Patch(ReadOnlySpan<byte> source, int width, int count, int start, Span<int> values)
    {
        uint bits = 0;
        int indexLength = IndexLength(count);
        int at = 2 + BitPacking.ByteCount(count, width);
        for (int left = source[1] + 1; left > 0; left--)
        {
            int index = indexLength == 1 ? source[at] : source[at] | (source[at + 1] << 8);
            uint high = unchecked((uint)source[at + indexLength] << width);
            at += indexLength + 1;
            int place = index - start;
            if (place >= 0 && place < values.Length)
            {
                values[place] |= unchecked((int)high);
                bits |= high;
            }
        }

        return bits;
    }

    /// <summary>Writes the values that do not fit a width from a place on; returns the place behind them.</summary>
    private static int WriteExceptions(ReadOnlySpan<int> values, int width, Span<byte> output, int end)
    {
        int indexLength = IndexLength(values.Length);
        Vector256<int> fitting = Vector256.Create((1 << width) - 1);
        ReadOnlySpan<Vector256<int>> vectors = MemoryMarshal.Cast<int, Vector256<int>>(values);
        for (int i = 0; i < vectors.Length; i++)
        {
            // Most vectors hold no exception; a bit says where one is.
            uint over = Vector256.GreaterThan(vectors[i], fitting).ExtractMostSignificantBits();
            for (; over != 0; over &= over - 1)
            {
                int index = (i * Vector256<int>.Count) + BitOperations.TrailingZeroCount(over);
                end = WriteException(output, end, index, indexLength, values[index] >> width);
            }
        }

        for (int index = vectors.Length * Vector256<int>.Count; index < values.Length; index++)
        {
            if (values[index] >> width != 0)
            {
                end = WriteException(output, end, index, indexLength, values[index] >> width);
            }
        }

        return end;
    }

    private static int WriteException(Span<byte> output, int end, int index, int indexLength, int high)
    {
        output[end++] = (byte)(index & 0xFF);
        if (indexLength == 2)
        {
            output[end++] = (byte)(index >> 8);
        }

        output[end++] = (byte)high;
        return end;
    }

    /// <summary>Packs the low bits of all values.</summary>
    private static void PackLow(ReadOnlySpan<int> values, int width, Span<byte> output)
    {
        int[] low = ArrayPool<int>.Shared.Rent(values.Length);
        int mask = (1 << width) - 1; // values with a high part leave fewer than 31 bits below it
        int done = 0;
        for (; done + Vector<int>.Count <= values.Length; done += Vector<int>.Count)
        {
            (new Vector<int>(values[done..]) & new Vector<int>(mask)).CopyTo(low, done);
        }

        for (; done < values.Length; done++)
        {
            low[done] = values[done] & mask;
        }

        BitPacking.Pack(low.AsSpan(0, values.Length), width, output);
        ArrayPool<int>.Shared.Return(low);
    }

    private static int IndexLength(int count) => count <= 256 ? 1 : 2;

    /// <summary>The width that takes the fewest bytes, and how many values do not fit it.</summary>
    private static (int Width, int ExceptionCount) ChooseWidth(ReadOnlySpan<int> values)
    {
        int widest = BitPacking.Width(values);
        if (widest == 0 || values.Length > ushort.MaxValue + 1 || values.Length < 8)
        {
            return (widest, 0);
        }

        int exceptionLength = 1 + IndexLength(values.Length);
        int best = widest;
        int bestCount = 0;
        int bestLength = BitPacking.ByteCount(values.Length, widest);
        for (int width = widest - 1; width >= Math.Max(0, widest - MaxHighWidth); width--)
        {
            int exceptions = CountAtLeast(values, 1 << width);
            int length = 1 + BitPacking.ByteCount(values.Length, width) + (exceptions * exceptionLength);
            if (exceptions > MaxExceptionCount || exceptions * exceptionLength > bestLength)
            {
                break;
            }

            if (length < bestLength)
            {
                (best, bestCount, bestLength) = (width, exceptions, length);
            }
        }

        return (best, bestCount);
    }

    private static int CountAtLeast(ReadOnlySpan<int> values, int least)
    {
        ReadOnlySpan<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(values);
        Vector<int> below = new(least - 1);
        Vector<int> counts = Vector<int>.Zero;
        foreach (Vector<int> vector in vectors)
        {
            counts -= Vector.GreaterThan(vector, below); // a comparison that holds is -1
        }

        int count = Vector.Sum(counts);
        foreach (int value in values[(vectors.Length * Vector<int>.Count)..])
        {
            count += value >= least ? 1 : 0;
        }

        return count;
    }
}
