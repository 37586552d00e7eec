using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Codecs;

/// <summary>
/// Integers in a fixed number of bits, one behind the other: value <c>i</c> of width <c>w</c> takes the bits from
/// <c>i * w</c> on, counted from the lowest bit of the first byte. So any count can be packed, any value can be read
/// alone, and the vector kernels read the same bytes as the plain loops. Widths are 0 to 32; values are read and
/// written as 32-bit patterns.
/// </summary>
internal static class BitPacking
{
    /// <summary>Bytes behind a packed run that vector kernels may read, and throw away.</summary>
    public const int Slack = 64;

    /// <summary>The widest values that vector kernels take: seven bits of offset and these fit in 32.</summary>
    /// <summary>The greatest width whose values lie within four bytes each, wherever they begin.</summary>
    public const int MaxVectorWidth = 25;

    /// <summary>Bits that a value takes: 0 for 0, 32 where the top bit is set.</summary>
    public static int Width(uint value) => 32 - BitOperations.LeadingZeroCount(value);

    /// <summary>Bits that the greatest of some values takes, as unsigned.</summary>
    public static int Width(ReadOnlySpan<int> values)
    {
        ReadOnlySpan<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(values);
        Vector<int> some = Vector<int>.Zero;
        foreach (Vector<int> vector in vectors)
        {
            some |= vector;
        }

        int all = 0;
        for (int i = 0; i < Vector<int>.Count; i++)
        {
            all |= some[i];
        }

        foreach (int value in values[(vectors.Length * Vector<int>.Count)..])
        {
            all |= value;
        }

        return Width(unchecked((uint)all));
    }

    /// <summary>Bytes that a run takes.</summary>
    public static int ByteCount(int count, int width) => (int)((((long)count * width) + 7) >> 3);

    /// <summary>Packs values with the chosen kernel.</summary>
    /// <param name="values">None needs more than <paramref name="width"/> bits.</param>
    /// <param name="width">0 to 32.</param>
    /// <param name="output">
    /// Room for <see cref="ByteCount"/> bytes; with <see cref="Slack"/> behind them, which may be overwritten, it is
    /// faster.
    /// </param>
    public static void Pack(ReadOnlySpan<int> values, int width, Span<byte> output) =>
        Pack(Kernels.Chosen, values, width, output);

    /// <summary>Packs values with a kernel that the machine has.</summary>
    public static void Pack(Kernel kernel, ReadOnlySpan<int> values, int width, Span<byte> output)
    {
        if (width == 0)
        {
            return;
        }

        bool isFast = kernel >= Kernel.Vector256 && width <= ExtractPacking.MaxWidth && Bmi2.X64.IsSupported;
        int done = isFast ? ExtractPacking.Pack(values, width, output) : 0;
        PackScalar(values[done..], width, output[ByteCount(done, width)..]);
    }

    /// <summary>Unpacks a run with the chosen kernel.</summary>
    /// <param name="source">
    /// Begins with the run; where it goes on for <see cref="Slack"/> bytes, vectors are used for all of it.
    /// </param>
    /// <param name="width">0 to 32.</param>
    /// <param name="values">Receives as many values as it holds.</param>
    public static void Unpack(ReadOnlySpan<byte> source, int width, Span<int> values) =>
        Unpack(Kernels.Chosen, source, width, values);

    /// <summary>Unpacks a run with a kernel that the machine has.</summary>
    public static void Unpack(Kernel kernel, ReadOnlySpan<byte> source, int width, Span<int> values)
    {
        if (width == 0)
        {
            values.Clear();
            return;
        }

        int done = width > MaxVectorWidth ? 0 : kernel switch
        {
            Kernel.Vector512 => Vector512Unpacking.Unpack(source, width, values),
            Kernel.Vector256 => Vector256Unpacking.Unpack(source, width, values),
            Kernel.Vector128 => Vector128Unpacking.Unpack(source, width, values),
            _ => 0,
        };
        UnpackScalar(source, width, values, done);
    }

    /// <summary>Reads one value of a run.</summary>
    public static int Get(ReadOnlySpan<byte> source, int width, int index)
    {
        long bit = (long)index * width;
        int at = (int)(bit >> 3);
        ulong word = source.Length - at >= sizeof(ulong)
            ? BinaryPrimitives.ReadUInt64LittleEndian(source[at..])
            : ReadEnd(source, at, ByteCount(1, width + (int)(bit & 7)));
        ulong mask = (1UL << width) - 1;
        return unchecked((int)(uint)((word >> (int)(bit & 7)) & mask));
    }

    private static void PackScalar(ReadOnlySpan<int> values, int width, Span<byte> output)
    {
        ulong held = 0;
        int heldBits = 0;
        int at = 0;
        foreach (int value in values)
        {
            held |= (ulong)unchecked((uint)value) << heldBits;
            heldBits += width;
            if (heldBits >= 32)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(output[at..], (uint)(held & uint.MaxValue));
                at += 4;
                held >>= 32;
                heldBits -= 32;
            }
        }

        for (; heldBits > 0; heldBits -= 8)
        {
            output[at++] = (byte)(held & 0xFF);
            held >>= 8;
        }
    }

    private static void UnpackScalar(ReadOnlySpan<byte> source, int width, Span<int> values, int from)
    {
        for (int i = from; i < values.Length; i++)
        {
            values[i] = Get(source, width, i);
        }
    }

    /// <summary>Reads fewer than eight bytes, where no more are there.</summary>
    private static ulong ReadEnd(ReadOnlySpan<byte> source, int at, int count)
    {
        ulong word = 0;
        for (int i = 0; i < count; i++)
        {
            word |= (ulong)source[at + i] << (8 * i);
        }

        return word;
    }
}
