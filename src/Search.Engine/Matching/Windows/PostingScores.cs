using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Search.Engine.Matching.Windows;

/// <summary>
/// Scores runs of postings by a table. Plain loops: the few loads of a posting overlap with those of the next, which
/// was measured faster than gathers of eight lanes, since these machines split a gather up into its loads.
/// </summary>
internal static class PostingScores
{
    /// <summary>Scores postings.</summary>
    /// <param name="docs">Doc ids.</param>
    /// <param name="frequencies">As many frequencies, each at least 1.</param>
    /// <param name="norms">Norms by doc id.</param>
    /// <param name="table">The scores.</param>
    /// <param name="scores">Receives as many scores.</param>
    public static void Compute(
        ReadOnlySpan<int> docs,
        ReadOnlySpan<int> frequencies,
        ReadOnlySpan<byte> norms,
        ScoreTable table,
        Span<float> scores)
    {
        frequencies = frequencies[..docs.Length];
        scores = scores[..docs.Length];
        ref float entries = ref MemoryMarshal.GetArrayDataReference(table.Entries);
        for (int i = 0; i < docs.Length; i++)
        {
            uint frequency = unchecked((uint)frequencies[i]);
            byte norm = norms[docs[i]];
            scores[i] = frequency <= ScoreTable.Rows
                ? Unsafe.Add(ref entries, (frequency * ScoreTable.Columns) + norm)
                : table.Beyond(frequencies[i], norm);
        }
    }

    /// <summary>Adds the scores of postings to those of a window.</summary>
    /// <param name="docs">Doc ids within the window.</param>
    /// <param name="frequencies">As many frequencies, each at least 1.</param>
    /// <param name="norms">Norms by doc id.</param>
    /// <param name="table">The scores.</param>
    /// <param name="window">
    /// <see cref="WindowSource.Size"/> scores; the low bits of a doc id are its place there.
    /// </param>
    public static void Add(
        ReadOnlySpan<int> docs,
        ReadOnlySpan<int> frequencies,
        ReadOnlySpan<byte> norms,
        ScoreTable table,
        Span<float> window)
    {
        frequencies = frequencies[..docs.Length];
        ref float sums = ref MemoryMarshal.GetReference(window[..WindowSource.Size]);
        ref float entries = ref MemoryMarshal.GetArrayDataReference(table.Entries);
        for (int i = 0; i < docs.Length; i++)
        {
            int doc = docs[i];
            uint frequency = unchecked((uint)frequencies[i]);
            byte norm = norms[doc];
            float score = frequency <= ScoreTable.Rows
                ? Unsafe.Add(ref entries, (frequency * ScoreTable.Columns) + norm)
                : table.Beyond(frequencies[i], norm);
            Unsafe.Add(ref sums, doc & (WindowSource.Size - 1)) += score;
        }
    }
}
