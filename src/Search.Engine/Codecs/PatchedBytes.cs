using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Codecs;

/// <summary>
/// Decodes <see cref="PatchedInts"/> to bytes: 255 stands for that and all above. Values of up to eight bits are taken
/// apart 64 at a time (AVX-512: a permute brings eight of them into each word, and one instruction, VPMULTISHIFTQB,
/// shifts each to a byte of its own).
/// </summary>
internal static class PatchedBytes
{
    private const int Lanes = 64;
    private const int MaxVectorWidth = 8;
    private static readonly byte[] Shuffles = MakeTable((lane, width) => (lane / 8 * width) + (lane % 8));
    private static readonly byte[] Shifts = MakeTable((lane, width) => lane % 8 * width);

    /// <summary>Decodes all values with the chosen kernel.</summary>
    /// <param name="source">
    /// Begins with the encoding; <see cref="BitPacking.Slack"/> bytes behind it make it faster.
    /// </param>
    /// <param name="values">Receives as many values as were encoded.</param>
    public static void Decode(ReadOnlySpan<byte> source, Span<byte> values) =>
        Decode(Kernels.Chosen, source, values);

    /// <summary>The same with a kernel that the machine has.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Decode(Kernel kernel, ReadOnlySpan<byte> source, Span<byte> values)
    {
        int width = PatchedInts.Width(source);
        int packedAt = PatchedInts.HeadLength(source[0]);
        int steps = values.Length / Lanes;
        if (kernel == Kernel.Vector512
            && width <= MaxVectorWidth
            && steps * Lanes == values.Length
            && packedAt + ((steps - 1) * 8 * width) + Vector512<byte>.Count <= source.Length)
        {
            Unpack512(source[packedAt..], width, values);
            PatchedInts.PatchBytes(source, values);
            return;
        }

        Span<int> some = stackalloc int[Lanes];
        for (int done = 0; done < values.Length; done += Lanes)
        {
            Span<int> part = some[..Math.Min(Lanes, values.Length - done)];
            PatchedInts.Decode(source, values.Length, done, part);
            for (int i = 0; i < part.Length; i++)
            {
                values[done + i] = (byte)Math.Min(unchecked((uint)part[i]), byte.MaxValue);
            }
        }
    }

    private static void Unpack512(ReadOnlySpan<byte> packed, int width, Span<byte> values)
    {
        if (width == 0)
        {
            values.Clear();
            return;
        }

        Vector512<byte> shuffle = Vector512.Create(Shuffles, width * Lanes);
        Vector512<byte> shifts = Vector512.Create(Shifts, width * Lanes);
        Vector512<byte> mask = Vector512.Create((byte)((1 << width) - 1));
        ref byte from = ref MemoryMarshal.GetReference(packed);
        ref byte to = ref MemoryMarshal.GetReference(values);
        for (int done = 0; done < values.Length; done += Lanes)
        {
            Vector512<byte> bytes = Vector512.LoadUnsafe(ref from, (nuint)(done / 8 * width));
            Vector512<ulong> words = Avx512Vbmi.PermuteVar64x8(bytes, shuffle).AsUInt64();
            (Avx512Vbmi.MultiShift(shifts, words) & mask).StoreUnsafe(ref to, (nuint)done);
        }
    }

    private static byte[] MakeTable(Func<int, int, int> entry)
    {
        var table = new byte[(MaxVectorWidth + 1) * Lanes];
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = (byte)entry(i % Lanes, i / Lanes);
        }

        return table;
    }
}
