using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Codecs;

/// <summary>
/// Strictly ascending integers as gaps: each value less the one before less one. <c>Encode</c> and <c>Decode</c> are
/// inverse; the value before the first is given.
/// </summary>
internal static class Gaps
{
    /// <summary>Turns strictly ascending values into gaps.</summary>
    /// <param name="values">Strictly ascending, the first above <paramref name="before"/>.</param>
    /// <param name="before">The value before the first; -1 or more.</param>
    /// <param name="gaps">Receives as many gaps; may be the same memory.</param>
    public static void Encode(ReadOnlySpan<int> values, int before, Span<int> gaps)
    {
        for (int i = 0; i < values.Length; i++)
        {
            int value = values[i];
            gaps[i] = value - before - 1;
            before = value;
        }
    }

    /// <summary>Turns gaps into values, in place, with the chosen kernel.</summary>
    public static void Decode(Span<int> gaps, int before) => Decode(Kernels.Chosen, gaps, before);

    /// <summary>Turns gaps into values, in place, with a kernel that the machine has.</summary>
    public static void Decode(Kernel kernel, Span<int> gaps, int before)
    {
        int done = kernel switch
        {
            Kernel.Vector512 => Decode512(gaps, before),
            Kernel.Vector256 or Kernel.Vector128 => Decode128(gaps, before),
            _ => 0,
        };
        uint last = unchecked((uint)(done == 0 ? before : gaps[done - 1]));
        for (int i = done; i < gaps.Length; i++)
        {
            // Corrupt gaps may run over: the sum wraps, as in the vector kernels.
            last = unchecked(last + (uint)gaps[i] + 1);
            gaps[i] = unchecked((int)last);
        }
    }

    /// <summary>Prefix sums of sixteen lanes by doubling steps; zeros are shifted in.</summary>
    private static int Decode512(Span<int> gaps, int before)
    {
        ref int at = ref MemoryMarshal.GetReference(gaps);
        Vector512<int> last = Vector512.Create(before);
        int done = 0;
        for (; done + 16 <= gaps.Length; done += 16)
        {
            Vector512<int> sums = Vector512.LoadUnsafe(ref at, (nuint)done) + Vector512<int>.One;
            sums += Avx512F.AlignRight32(sums, Vector512<int>.Zero, 15);
            sums += Avx512F.AlignRight32(sums, Vector512<int>.Zero, 14);
            sums += Avx512F.AlignRight32(sums, Vector512<int>.Zero, 12);
            sums += Avx512F.AlignRight32(sums, Vector512<int>.Zero, 8);
            sums += last;
            sums.StoreUnsafe(ref at, (nuint)done);
            last = Avx512F.PermuteVar16x32(sums, Vector512.Create(15));
        }

        return done;
    }

    /// <summary>Prefix sums of four lanes by doubling steps.</summary>
    private static int Decode128(Span<int> gaps, int before)
    {
        const int None = 7;
        ref int at = ref MemoryMarshal.GetReference(gaps);
        Vector128<int> last = Vector128.Create(before);
        int done = 0;
        for (; done + 4 <= gaps.Length; done += 4)
        {
            Vector128<int> sums = Vector128.LoadUnsafe(ref at, (nuint)done) + Vector128<int>.One;
            sums += Vector128.Shuffle(sums, Vector128.Create(None, 0, 1, 2));
            sums += Vector128.Shuffle(sums, Vector128.Create(None, None, 0, 1));
            sums += last;
            sums.StoreUnsafe(ref at, (nuint)done);
            last = Vector128.Shuffle(sums, Vector128.Create(3, 3, 3, 3));
        }

        return done;
    }
}
