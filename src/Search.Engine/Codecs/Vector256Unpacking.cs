using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Codecs;

/// <summary>
/// Unpacks eight values a step with AVX2. Eight values take as many bytes as a value has bits, so each step begins at a
/// byte; the upper half of the register is loaded from where its first value begins, in the middle of a byte where the
/// width is odd. A byte shuffle and a shift of its own for each lane do the rest.
/// </summary>
internal static class Vector256Unpacking
{
    private const int Lanes = 8;
    private static readonly byte[] Shuffles = MakeShuffles();
    private static readonly uint[] Shifts = MakeShifts();

    /// <summary>Unpacks whole steps as far as the source allows full loads; returns the values done.</summary>
    public static int Unpack(ReadOnlySpan<byte> source, int width, Span<int> values)
    {
        Vector256<byte> shuffle = Vector256.Create(Shuffles, width * Vector256<byte>.Count);
        Vector256<uint> shifts = Vector256.Create(Shifts, width * Lanes);
        Vector256<uint> mask = Vector256.Create((1u << width) - 1);
        ref byte from = ref MemoryMarshal.GetReference(source);
        ref int to = ref MemoryMarshal.GetReference(values);
        int upper = width >> 1;
        int done = 0;
        int at = 0;
        while (done + Lanes <= values.Length && at + upper + Vector128<byte>.Count <= source.Length)
        {
            Vector256<byte> bytes = Vector256.Create(
                Vector128.LoadUnsafe(ref from, (nuint)at), Vector128.LoadUnsafe(ref from, (nuint)(at + upper)));
            Vector256<uint> lanes = Avx2.Shuffle(bytes, shuffle).AsUInt32();
            lanes = Avx2.ShiftRightLogicalVariable(lanes, shifts) & mask;
            lanes.AsInt32().StoreUnsafe(ref to, (nuint)done);
            done += Lanes;
            at += width;
        }

        return done;
    }

    /// <summary>The bit at which a value begins in the sixteen bytes loaded for its half.</summary>
    private static int Bit(int width, int lane) => (lane < 4 ? 0 : (width & 1) * 4) + (lane % 4 * width);

    private static byte[] MakeShuffles()
    {
        var shuffles = new byte[26 * 32];
        for (int i = 0; i < shuffles.Length; i++)
        {
            shuffles[i] = (byte)((Bit(i / 32, i % 32 / 4) >> 3) + (i % 4));
        }

        return shuffles;
    }

    private static uint[] MakeShifts()
    {
        var shifts = new uint[26 * Lanes];
        for (int i = 0; i < shifts.Length; i++)
        {
            shifts[i] = (uint)(Bit(i / Lanes, i % Lanes) & 7);
        }

        return shifts;
    }
}
