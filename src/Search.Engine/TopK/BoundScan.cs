using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Search.Engine.Codecs;

namespace Search.Engine.TopK;

/// <summary>
/// Reads a window of bounds once: which documents match, and which of them may be among the best, by what their norms
/// ask; and leaves zeros behind for the next window.
/// </summary>
internal static class BoundScan
{
    /// <summary>Norms.</summary>
    public const int NormCount = 256;

    /// <summary>Norms whose needs are looked up in two vectors; longer documents share the least of theirs.</summary>
    private const int ShortNorms = 128;

    /// <summary>Scans with the chosen kernel. Returns how many documents are listed.</summary>
    /// <param name="sums">A multiple of 64; zero for a document that does not match. Cleared.</param>
    /// <param name="norms">The norms of these documents; fewer where the segment ends before them.</param>
    /// <param name="needs">For each norm the sum, at least 1, from which on a document is listed.</param>
    /// <param name="matches">Receives a bit a document: whether its sum is not zero.</param>
    /// <param name="places">
    /// Receives the places of all documents whose sums come to what is needed, and at times of a few others; room for
    /// all.
    /// </param>
    public static int Take(
        Span<byte> sums, ReadOnlySpan<byte> norms, ReadOnlySpan<byte> needs, Span<ulong> matches, Span<int> places) =>
        Take(Kernels.Chosen, sums, norms, needs, matches, places);

    /// <summary>The same with a kernel that the machine has.</summary>
    public static int Take(
        Kernel kernel,
        Span<byte> sums,
        ReadOnlySpan<byte> norms,
        ReadOnlySpan<byte> needs,
        Span<ulong> matches,
        Span<int> places)
    {
        sums = sums[..(matches.Length * 64)];
        places = places[..sums.Length];
        needs = needs[..NormCount];
        byte least = Least(needs);
        if (kernel == Kernel.Vector512)
        {
            return Take512(sums, norms, needs, least, matches, places);
        }

        int count = 0;
        for (int word = 0; word < matches.Length; word++)
        {
            Span<byte> part = sums.Slice(word * 64, 64);
            (ulong match, ulong high) = kernel == Kernel.Scalar ? Compare(part, least) : Compare256(part, least);
            matches[word] = match;
            if (match != 0)
            {
                count = List(part, high, word * 64, norms, needs, places, count);
                part.Clear();
            }
        }

        return count;
    }

    private static byte Least(ReadOnlySpan<byte> needs)
    {
        byte least = byte.MaxValue;
        foreach (byte need in needs)
        {
            least = Math.Min(least, need);
        }

        return least;
    }

    /// <summary>Lists those of 64 documents that come to what their norms need.</summary>
    private static int List(
        ReadOnlySpan<byte> part,
        ulong high,
        int first,
        ReadOnlySpan<byte> norms,
        ReadOnlySpan<byte> needs,
        Span<int> places,
        int count)
    {
        for (; high != 0; high &= high - 1)
        {
            int bit = BitOperations.TrailingZeroCount(high);
            if (part[bit] >= needs[norms[first + bit]])
            {
                places[count++] = first + bit;
            }
        }

        return count;
    }

    private static (ulong Match, ulong High) Compare(ReadOnlySpan<byte> sums, byte least)
    {
        ulong match = 0;
        ulong high = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            match |= sums[i] != 0 ? 1UL << i : 0;
            high |= sums[i] >= least ? 1UL << i : 0;
        }

        return (match, high);
    }

    private static (ulong Match, ulong High) Compare256(ReadOnlySpan<byte> sums, byte least)
    {
        ref byte at = ref MemoryMarshal.GetReference(sums);
        Vector256<byte> first = Vector256.LoadUnsafe(ref at);
        Vector256<byte> second = Vector256.LoadUnsafe(ref at, 32);
        ulong none = Vector256.Equals(first, Vector256<byte>.Zero).ExtractMostSignificantBits()
            | ((ulong)Vector256.Equals(second, Vector256<byte>.Zero).ExtractMostSignificantBits() << 32);
        Vector256<byte> bar = Vector256.Create(least);
        ulong high = Vector256.Equals(Vector256.Max(first, bar), first).ExtractMostSignificantBits()
            | ((ulong)Vector256.Equals(Vector256.Max(second, bar), second).ExtractMostSignificantBits() << 32);
        return (~none, high);
    }

    /// <summary>
    /// First what the sums alone say, without a branch: whether one of 64 documents matches is too hard to foretell.
    /// Then the norms of those runs of 64 that have a high sum, one after the other, so that loads overlap.
    /// </summary>
    private static int Take512(
        Span<byte> sums,
        ReadOnlySpan<byte> norms,
        ReadOnlySpan<byte> needs,
        byte least,
        Span<ulong> matches,
        Span<int> places)
    {
        Vector512<byte> bar = Vector512.Create(least);
        ref byte sumsAt = ref MemoryMarshal.GetReference(sums);
        ref ulong matchesAt = ref MemoryMarshal.GetReference(matches);
        ref int placesAt = ref MemoryMarshal.GetReference(places);
        int high = sums.Length - matches.Length; // the end of the room for places holds the runs meanwhile
        int runs = high;
        for (int word = 0; word < matches.Length; word++)
        {
            Vector512<byte> some = Vector512.LoadUnsafe(ref sumsAt, (nuint)(word * 64));
            Unsafe.Add(ref matchesAt, word) =
                ~Vector512.Equals(some, Vector512<byte>.Zero).ExtractMostSignificantBits();
            Unsafe.Add(ref placesAt, runs) = word * 64;
            bool isHigh = Vector512.GreaterThanOrEqualAny(some, bar);
            runs += Unsafe.BitCast<bool, byte>(isHigh);
        }

        int count = ListRuns(sums, norms, needs, places, high, runs);
        sums.Clear();
        return count;
    }

    /// <summary>
    /// Lists what comes to its need of the runs of 64 that stand in a part of the places. A place is never overwritten
    /// before it is read, since runs leave room for all places but the last of each.
    /// </summary>
    private static int ListRuns(
        ReadOnlySpan<byte> sums,
        ReadOnlySpan<byte> norms,
        ReadOnlySpan<byte> needs,
        Span<int> places,
        int from,
        int end)
    {
        Vector512<byte> lower = Vector512.Create(needs);
        Vector512<byte> upper = Vector512.Create(needs[64..]);
        Vector512<byte> others = Vector512.Create(Least(needs[ShortNorms..]));
        Vector512<byte> bound = Vector512.Create((byte)ShortNorms);
        ref byte sumsAt = ref MemoryMarshal.GetReference(sums);
        ref byte normsAt = ref MemoryMarshal.GetReference(norms);
        ref int placesAt = ref MemoryMarshal.GetReference(places);
        int count = 0;
        for (int i = from; i < end; i++)
        {
            int run = Unsafe.Add(ref placesAt, i);
            if (run + Vector512<byte>.Count > norms.Length)
            {
                ReadOnlySpan<byte> part = sums.Slice(run, Vector512<byte>.Count);
                return List(part, Compare(part, 1).High, run, norms, needs, places, count); // the last that has norms
            }

            Vector512<byte> own = Vector512.LoadUnsafe(ref normsAt, (nuint)run);
            Vector512<byte> need = Avx512Vbmi.PermuteVar64x8x2(lower, own, upper);
            need = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(own, bound), others, need);
            Vector512<byte> some = Vector512.LoadUnsafe(ref sumsAt, (nuint)run);
            ulong high = Vector512.GreaterThanOrEqual(some, need).ExtractMostSignificantBits();
            for (; high != 0; high &= high - 1)
            {
                Unsafe.Add(ref placesAt, count++) = run + BitOperations.TrailingZeroCount(high);
            }
        }

        return count;
    }
}
