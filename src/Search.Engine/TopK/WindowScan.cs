using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Search.Engine.Codecs;

namespace Search.Engine.TopK;

/// <summary>
/// Reads a window of accumulated scores once: which documents match, which of them may be among the best; and leaves
/// zeros behind for the next window.
/// </summary>
internal static class WindowScan
{
    /// <summary>Scans with the chosen kernel. Returns how many scores exceed the threshold.</summary>
    /// <param name="scores">A multiple of 64; zero for a document that does not match. Cleared.</param>
    /// <param name="threshold">Documents above it are listed.</param>
    /// <param name="matches">Receives a bit a document: whether its score is not zero.</param>
    /// <param name="places">Receives the places of the documents above the threshold; room for all.</param>
    /// <param name="found">Receives their scores; room for all.</param>
    public static int Take(
        Span<float> scores, float threshold, Span<ulong> matches, Span<int> places, Span<float> found) =>
        Take(Kernels.Chosen, scores, threshold, matches, places, found);

    /// <summary>Scans with a kernel that the machine has.</summary>
    public static int Take(
        Kernel kernel,
        Span<float> scores,
        float threshold,
        Span<ulong> matches,
        Span<int> places,
        Span<float> found)
    {
        scores = scores[..(matches.Length * 64)];
        if (kernel == Kernel.Vector512)
        {
            return Take512(scores, threshold, matches, places, found);
        }

        int count = 0;
        for (int word = 0; word < matches.Length; word++)
        {
            Span<float> part = scores.Slice(word * 64, 64);
            (ulong match, ulong above) = kernel == Kernel.Scalar
                ? Compare(part, threshold)
                : Compare256(part, threshold);
            matches[word] = match;
            count = Take(part, above, word * 64, places, found, count);
            if (match != 0)
            {
                part.Clear();
            }
        }

        return count;
    }

    /// <summary>Lists the documents of a word that are above the threshold; returns how many there are then.</summary>
    private static int Take(
        ReadOnlySpan<float> part, ulong above, int first, Span<int> places, Span<float> found, int count)
    {
        for (; above != 0; above &= above - 1)
        {
            int bit = BitOperations.TrailingZeroCount(above);
            places[count] = first + bit;
            found[count++] = part[bit];
        }

        return count;
    }

    private static (ulong Match, ulong Above) Compare(ReadOnlySpan<float> scores, float threshold)
    {
        ulong match = 0;
        ulong above = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            match |= scores[i] != 0 ? 1UL << i : 0;
            above |= scores[i] != 0 && scores[i] > threshold ? 1UL << i : 0;
        }

        return (match, above);
    }

    private static (ulong Match, ulong Above) Compare256(ReadOnlySpan<float> scores, float threshold)
    {
        ref float at = ref MemoryMarshal.GetReference(scores);
        Vector256<float> least = Vector256.Create(threshold);
        ulong match = 0;
        ulong above = 0;
        for (int i = 0; i < 64; i += Vector256<float>.Count)
        {
            Vector256<float> some = Vector256.LoadUnsafe(ref at, (nuint)i);
            ulong none = Vector256.Equals(some, Vector256<float>.Zero).ExtractMostSignificantBits();
            ulong better = Vector256.GreaterThan(some, least).ExtractMostSignificantBits();
            match |= (none ^ 0xFF) << i;
            above |= (better & ~none) << i;
        }

        return (match, above);
    }

    /// <summary>
    /// One loop without calls: most windows of a search hold few documents, and looking at all of them weighs.
    /// </summary>
    private static int Take512(
        Span<float> scores, float threshold, Span<ulong> matches, Span<int> places, Span<float> found)
    {
        ref float at = ref MemoryMarshal.GetReference(scores);
        Vector512<float> least = Vector512.Create(threshold);
        int count = 0;
        for (int word = 0; word < matches.Length; word++, at = ref Unsafe.Add(ref at, 64))
        {
            Vector512<float> first = Vector512.LoadUnsafe(ref at);
            Vector512<float> second = Vector512.LoadUnsafe(ref at, 16);
            Vector512<float> third = Vector512.LoadUnsafe(ref at, 32);
            Vector512<float> fourth = Vector512.LoadUnsafe(ref at, 48);
            Vector512<float> most = Vector512.Max(Vector512.Max(first, second), Vector512.Max(third, fourth));
            if (most == Vector512<float>.Zero)
            {
                matches[word] = 0;
                continue;
            }

            ulong match = ~(Vector512.Equals(first, Vector512<float>.Zero).ExtractMostSignificantBits()
                | (Vector512.Equals(second, Vector512<float>.Zero).ExtractMostSignificantBits() << 16)
                | (Vector512.Equals(third, Vector512<float>.Zero).ExtractMostSignificantBits() << 32)
                | (Vector512.Equals(fourth, Vector512<float>.Zero).ExtractMostSignificantBits() << 48));
            matches[word] = match;
            if (Vector512.GreaterThanAny(most, least))
            {
                // Hardly any score is above the threshold, once there is one.
                ulong above = Vector512.GreaterThan(first, least).ExtractMostSignificantBits()
                    | (Vector512.GreaterThan(second, least).ExtractMostSignificantBits() << 16)
                    | (Vector512.GreaterThan(third, least).ExtractMostSignificantBits() << 32)
                    | (Vector512.GreaterThan(fourth, least).ExtractMostSignificantBits() << 48);
                count = Take(scores.Slice(word * 64, 64), above & match, word * 64, places, found, count);
            }

            Vector512<float>.Zero.StoreUnsafe(ref at);
            Vector512<float>.Zero.StoreUnsafe(ref at, 16);
            Vector512<float>.Zero.StoreUnsafe(ref at, 32);
            Vector512<float>.Zero.StoreUnsafe(ref at, 48);
        }

        return count;
    }
}
