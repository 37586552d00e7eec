using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Codecs;

/// <summary>
/// Unpacks sixteen values a step with AVX-512: one load, one byte permute over the whole register, one shift of its own
/// for each lane, one mask; the same for all widths.
/// </summary>
internal static class Vector512Unpacking
{
    private const int Lanes = 16;
    private static readonly byte[] Shuffles = MakeShuffles();
    private static readonly uint[] Shifts = MakeShifts();

    /// <summary>Unpacks whole steps as far as the source allows full loads; returns the values done.</summary>
    public static int Unpack(ReadOnlySpan<byte> source, int width, Span<int> values)
    {
        Vector512<byte> shuffle = Shuffle(width);
        Vector512<uint> shifts = Shift(width);
        Vector512<uint> mask = Vector512.Create((1u << width) - 1);
        ref byte from = ref MemoryMarshal.GetReference(source);
        ref int to = ref MemoryMarshal.GetReference(values);
        int done = 0;
        int at = 0;
        while (done + Lanes <= values.Length && at + Vector512<byte>.Count <= source.Length)
        {
            Vector512<byte> bytes = Vector512.LoadUnsafe(ref from, (nuint)at);
            Vector512<uint> lanes = Avx512Vbmi.PermuteVar64x8(bytes, shuffle).AsUInt32();
            lanes = Avx512F.ShiftRightLogicalVariable(lanes, shifts) & mask;
            lanes.AsInt32().StoreUnsafe(ref to, (nuint)done);
            done += Lanes;
            at += 2 * width;
        }

        return done;
    }

    /// <summary>Which byte of 64 each byte of the lanes comes from.</summary>
    internal static Vector512<byte> Shuffle(int width) => Vector512.Create(Shuffles, width * Vector512<byte>.Count);

    /// <summary>How far each lane is shifted down.</summary>
    internal static Vector512<uint> Shift(int width) => Vector512.Create(Shifts, width * Lanes);

    private static byte[] MakeShuffles()
    {
        var shuffles = new byte[26 * 64];
        for (int i = 0; i < shuffles.Length; i++)
        {
            shuffles[i] = (byte)(((i / 64 * (i % 64 / 4)) >> 3) + (i % 4));
        }

        return shuffles;
    }

    private static uint[] MakeShifts()
    {
        var shifts = new uint[26 * Lanes];
        for (int i = 0; i < shifts.Length; i++)
        {
            shifts[i] = (uint)((i / Lanes * (i % Lanes)) & 7);
        }

        return shifts;
    }
}
