using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Codecs;

/// <summary>
/// Looks ascending candidates up in a full block of ascending integers without a branch that hangs on the data: which
/// sixteenth a candidate falls into, then its place there, each by one comparison of a whole vector.
/// </summary>
internal static class BlockProbe
{
    /// <summary>Integers of a block.</summary>
    public const int BlockSize = 128;

    private const int Lanes = 16;
    private const int Parts = BlockSize / Lanes;

    /// <summary>Finds candidates with the chosen kernel; returns how many were found.</summary>
    /// <param name="block"><see cref="BlockSize"/> values, ascending.</param>
    /// <param name="candidates">Ascending, none above the last of the block.</param>
    /// <param name="kept">Receives the numbers of the candidates found; room for all.</param>
    /// <param name="places">Receives their places in the block; room for all.</param>
    public static int Find(
        ReadOnlySpan<int> block, ReadOnlySpan<int> candidates, Span<int> kept, Span<int> places) =>
        Find(Kernels.Chosen, block, candidates, kept, places);

    /// <summary>The same with a kernel that the machine has.</summary>
    public static int Find(
        Kernel kernel, ReadOnlySpan<int> block, ReadOnlySpan<int> candidates, Span<int> kept, Span<int> places) =>
        kernel >= Kernel.Vector256 && block.Length == BlockSize
            ? FindByVectors(block, candidates, kept, places)
            : FindByMerge(block, candidates, kept, places);

    /// <summary>
    /// Looks up candidates from one on, as far as the block goes, with the chosen kernel.
    /// </summary>
    /// <param name="block">Up to <see cref="BlockSize"/> values, ascending; at least one.</param>
    /// <param name="first">The place of its first value.</param>
    /// <param name="candidates">Ascending.</param>
    /// <param name="next">The number of the first that is looked up.</param>
    /// <param name="kept">Receives the numbers of the candidates found; as long as they, or longer.</param>
    /// <param name="places">Receives their places; as long, too.</param>
    /// <param name="found">How many were found; goes on from what it is, at most <paramref name="next"/>.</param>
    /// <returns>The number of the first candidate above the last value.</returns>
    public static int FindBelow(
        ReadOnlySpan<int> block,
        int first,
        ReadOnlySpan<int> candidates,
        int next,
        Span<int> kept,
        Span<int> places,
        ref int found) =>
        FindBelow(Kernels.Chosen, block, first, candidates, next, kept, places, ref found);

    /// <summary>The same with a kernel that the machine has.</summary>
    public static int FindBelow(
        Kernel kernel,
        ReadOnlySpan<int> block,
        int first,
        ReadOnlySpan<int> candidates,
        int next,
        Span<int> kept,
        Span<int> places,
        ref int found)
    {
        if (kernel >= Kernel.Vector256 && block.Length == BlockSize)
        {
            return FindBelowByVectors(block, first, candidates, next, kept, places, ref found);
        }

        int place = 0;
        for (; next < candidates.Length && candidates[next] <= block[^1]; next++)
        {
            while (block[place] < candidates[next])
            {
                place++;
            }

            if (block[place] == candidates[next])
            {
                kept[found] = next;
                places[found++] = first + place;
            }
        }

        return next;
    }

    private static int FindBelowByVectors(
        ReadOnlySpan<int> block,
        int first,
        ReadOnlySpan<int> candidates,
        int next,
        Span<int> kept,
        Span<int> places,
        ref int found)
    {
        ref int values = ref MemoryMarshal.GetReference(block[..BlockSize]);
        ref int candidatesAt = ref MemoryMarshal.GetReference(candidates);
        ref int keptAt = ref MemoryMarshal.GetReference(kept[..candidates.Length]);
        ref int placesAt = ref MemoryMarshal.GetReference(places[..candidates.Length]);
        Vector256<int> ends = Ends(ref values);
        int last = Unsafe.Add(ref values, BlockSize - 1);
        nint end = candidates.Length;
        nint count = Math.Min(found, next);
        nint i = next;
        for (; i < end; i++)
        {
            int candidate = Unsafe.Add(ref candidatesAt, i);
            if (candidate > last)
            {
                break;
            }

            // The part is at most Parts - 1, as above. Ascending values hold a candidate once; damaged ones may not.
            Vector512<int> wanted = Vector512.Create(candidate);
            uint below = Vector256.LessThan(ends, wanted.GetLower()).ExtractMostSignificantBits();
            nint part = (nint)(uint)BitOperations.PopCount(below) & (Parts - 1);
            Vector512<int> own = Vector512.LoadUnsafe(ref values, (nuint)(part * Lanes));
            int equal = (int)(Vector512.Equals(own, wanted).ExtractMostSignificantBits() & 0xFFFF);

            // Written always, counted where it is right; never more than there are candidates.
            Unsafe.Add(ref keptAt, count) = (int)i;
            Unsafe.Add(ref placesAt, count) = first + (int)(part * Lanes) + BitOperations.TrailingZeroCount(equal);
            count += (nint)(unchecked((uint)-equal) >> 31); // one where any bit is set
        }

        found = (int)count;
        return (int)i;
    }

    private static int FindByVectors(
        ReadOnlySpan<int> block, ReadOnlySpan<int> candidates, Span<int> kept, Span<int> places)
    {
        kept = kept[..candidates.Length];
        places = places[..candidates.Length];
        ref int values = ref MemoryMarshal.GetReference(block[..BlockSize]);
        Vector256<int> ends = Ends(ref values);
        ref int keptAt = ref MemoryMarshal.GetReference(kept);
        ref int placesAt = ref MemoryMarshal.GetReference(places);
        int count = 0;
        for (int i = 0; i < candidates.Length; i++)
        {
            int candidate = candidates[i];

            // At most Parts - 1, since no candidate is above the last value; masked all the same: a damaged block
            // need not ascend.
            uint below = Vector256.LessThan(ends, Vector256.Create(candidate)).ExtractMostSignificantBits();
            int part = (BitOperations.PopCount(below) & (Parts - 1)) * Lanes;
            Vector512<int> own = Vector512.LoadUnsafe(ref values, (nuint)part);
            ulong less = Vector512.LessThan(own, Vector512.Create(candidate)).ExtractMostSignificantBits();
            int place = (part + BitOperations.PopCount(less)) & (BlockSize - 1);

            // Written always, counted where it is right; never more than there are candidates.
            Unsafe.Add(ref keptAt, count) = i;
            Unsafe.Add(ref placesAt, count) = place;
            bool isFound = Unsafe.Add(ref values, place) == candidate;
            count += Unsafe.BitCast<bool, byte>(isFound);
        }

        return count;
    }

    /// <summary>The last value of each part.</summary>
    private static Vector256<int> Ends(ref int values) => Vector256.Create(
        Unsafe.Add(ref values, 15),
        Unsafe.Add(ref values, 31),
        Unsafe.Add(ref values, 47),
        Unsafe.Add(ref values, 63),
        Unsafe.Add(ref values, 79),
        Unsafe.Add(ref values, 95),
        Unsafe.Add(ref values, 111),
        Unsafe.Add(ref values, 127));

    private static int FindByMerge(
        ReadOnlySpan<int> block, ReadOnlySpan<int> candidates, Span<int> kept, Span<int> places)
    {
        int count = 0;
        int place = 0;
        for (int i = 0; i < candidates.Length; i++)
        {
            while (place < block.Length && block[place] < candidates[i])
            {
                place++;
            }

            if (place < block.Length && block[place] == candidates[i])
            {
                kept[count] = i;
                places[count++] = place;
            }
        }

        return count;
    }
}
