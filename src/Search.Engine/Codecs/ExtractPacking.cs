using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Codecs;

/// <summary>
/// Packs eight values a step with BMI2: the values are narrowed to the bytes of one word, or the 16-bit parts of two,
/// and one instruction (PEXT) draws the low bits of all of them together.
/// </summary>
internal static class ExtractPacking
{
    /// <summary>The widest values taken.</summary>
    public const int MaxWidth = 16;

    private const int Lanes = 8;
    private const ulong Bytes = 0x0101_0101_0101_0101;
    private const ulong Shorts = 0x0001_0001_0001_0001;

    /// <summary>Packs whole steps as far as the output has room for whole words; returns the values done.</summary>
    public static int Pack(ReadOnlySpan<int> values, int width, Span<byte> output)
    {
        ref int from = ref MemoryMarshal.GetReference(values);
        ulong low = (1UL << width) - 1;
        int done = 0;
        int at = 0;
        for (; done + Lanes <= values.Length && at + (2 * sizeof(ulong)) <= output.Length; done += Lanes, at += width)
        {
            Vector128<ushort> shorts = Vector128.Narrow(
                Vector128.LoadUnsafe(ref from, (nuint)done).AsUInt32(),
                Vector128.LoadUnsafe(ref from, (nuint)(done + 4)).AsUInt32());
            if (width <= 8)
            {
                ulong bytes = Vector128.Narrow(shorts, Vector128<ushort>.Zero).AsUInt64().ToScalar();
                ulong packed = Bmi2.X64.ParallelBitExtract(bytes, Bytes * low);
                BinaryPrimitives.WriteUInt64LittleEndian(output[at..], packed);
                continue;
            }

            ulong first = Bmi2.X64.ParallelBitExtract(shorts.AsUInt64().ToScalar(), Shorts * low);
            ulong second = Bmi2.X64.ParallelBitExtract(shorts.AsUInt64().GetElement(1), Shorts * low);
            int bits = 4 * width;
            BinaryPrimitives.WriteUInt64LittleEndian(output[at..], bits == 64 ? first : first | (second << bits));
            BinaryPrimitives.WriteUInt64LittleEndian(output[(at + 8)..], bits == 64 ? second : second >> (64 - bits));
        }

        return done;
    }
}
