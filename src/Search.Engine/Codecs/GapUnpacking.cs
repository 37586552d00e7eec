using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Codecs;

/// <summary>
/// Unpacks gaps and sums them up to ascending values in one go: on wide vectors the values never leave the registers
/// between the two.
/// </summary>
internal static class GapUnpacking
{
    /// <summary>Unpacks packed gaps to the values that <see cref="Gaps.Encode"/> took them from.</summary>
    /// <param name="source">
    /// Begins with the packed gaps; <see cref="BitPacking.Slack"/> bytes more make it faster.
    /// </param>
    /// <param name="width">Bits a gap, 0 to 32.</param>
    /// <param name="before">The value before the first, -1 for none.</param>
    /// <param name="values">Receives as many values as there are gaps.</param>
    public static void Unpack(ReadOnlySpan<byte> source, int width, int before, Span<int> values) =>
        Unpack(Kernels.Chosen, source, width, before, values);

    /// <summary>
    /// As above, by the kernel that is asked for. A call of its own: within a greater method its vectors would not stay
    /// in registers.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Unpack(Kernel kernel, ReadOnlySpan<byte> source, int width, int before, Span<int> values)
    {
        int count = values.Length & -Vector512<int>.Count;
        int last = (count - Vector512<int>.Count) / 8 * width; // where the last vector begins
        if (kernel == Kernel.Vector512
            && width is > 0 and <= BitPacking.MaxVectorWidth
            && count == values.Length
            && last + Vector512<byte>.Count <= source.Length)
        {
            Unpack512(source, width, before, values);
            return;
        }

        BitPacking.Unpack(kernel, source, width, values);
        Gaps.Decode(kernel, values, before);
    }

    /// <summary>All in vectors: values are a multiple of 16 and every load lies within the source.</summary>
    private static void Unpack512(ReadOnlySpan<byte> source, int width, int before, Span<int> values)
    {
        Vector512<byte> shuffle = Vector512Unpacking.Shuffle(width);
        Vector512<uint> shifts = Vector512Unpacking.Shift(width);
        Vector512<uint> mask = Vector512.Create((1u << width) - 1);
        Vector512<int> fifteen = Vector512.Create(15);
        Vector512<int> last = Vector512.Create(before);
        ref byte from = ref MemoryMarshal.GetReference(source);
        ref int to = ref MemoryMarshal.GetReference(values);
        for (int done = 0; done < values.Length; done += Vector512<int>.Count)
        {
            Vector512<byte> bytes = Vector512.LoadUnsafe(ref from, (nuint)(done / 8 * width));
            Vector512<uint> lanes = Avx512Vbmi.PermuteVar64x8(bytes, shuffle).AsUInt32();
            lanes = Avx512F.ShiftRightLogicalVariable(lanes, shifts) & mask;

            // As in Gaps, with lanes 0..i holding the sum of the gaps up to i, each one more.
            Vector512<int> sums = lanes.AsInt32() + Vector512<int>.One;
            sums += Avx512F.AlignRight32(sums, Vector512<int>.Zero, 15);
            sums += Avx512F.AlignRight32(sums, Vector512<int>.Zero, 14);
            sums += Avx512F.AlignRight32(sums, Vector512<int>.Zero, 12);
            sums += Avx512F.AlignRight32(sums, Vector512<int>.Zero, 8);
            Vector512<int> found = sums + last;
            found.StoreUnsafe(ref to, (nuint)done);
            last += Avx512F.PermuteVar16x32(sums, fifteen);
        }
    }
}
