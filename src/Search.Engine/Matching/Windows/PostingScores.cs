using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Search.Engine.Matching.Windows;

/// <summary>
/// Scores runs of postings by a table. Plain loops without a call: the few loads of a posting overlap with those of the
/// next, which was measured faster than gathers of eight lanes, since these machines split a gather up into its loads.
/// A run with a frequency that the table cannot hold goes another, slower way.
/// </summary>
internal static class PostingScores
{
    /// <summary>Scores postings.</summary>
    /// <param name="docs">Doc ids.</param>
    /// <param name="frequencies">As many frequencies, each at least 1.</param>
    /// <param name="bound">No frequency is above it.</param>
    /// <param name="norms">Norms by doc id.</param>
    /// <param name="table">The scores.</param>
    /// <param name="scores">Receives as many scores.</param>
    public static void Compute(
        ReadOnlySpan<int> docs,
        ReadOnlySpan<int> frequencies,
        uint bound,
        ReadOnlySpan<byte> norms,
        ScoreTable table,
        Span<float> scores)
    {
        frequencies = frequencies[..docs.Length];
        scores = scores[..docs.Length];
        if (!table.Reach(bound))
        {
            for (int i = 0; i < docs.Length; i++)
            {
                scores[i] = table.Score(frequencies[i], norms[docs[i]]);
            }

            return;
        }

        ref float entries = ref MemoryMarshal.GetArrayDataReference(table.Entries);
        for (int i = 0; i < docs.Length; i++)
        {
            scores[i] = Unsafe.Add(ref entries, Entry(frequencies[i], norms[docs[i]]));
        }
    }

    /// <summary>Adds the scores of postings to those of a window.</summary>
    /// <param name="docs">Doc ids within the window.</param>
    /// <param name="frequencies">As many frequencies, each at least 1; not looked at where none is above 1.</param>
    /// <param name="bound">No frequency is above it.</param>
    /// <param name="norms">Norms by doc id.</param>
    /// <param name="table">The scores.</param>
    /// <param name="window">
    /// <see cref="WindowSource.Size"/> scores; the low bits of a doc id are its place there.
    /// </param>
    public static void Add(
        ReadOnlySpan<int> docs,
        ReadOnlySpan<int> frequencies,
        uint bound,
        ReadOnlySpan<byte> norms,
        ScoreTable table,
        Span<float> window)
    {
        ref float sums = ref MemoryMarshal.GetReference(window[..WindowSource.Size]);
        if (!table.Reach(bound))
        {
            for (int i = 0; i < docs.Length; i++)
            {
                Unsafe.Add(ref sums, WindowSource.Place(docs[i])) += table.Score(frequencies[i], norms[docs[i]]);
            }
        }
        else if (bound == 1)
        {
            ref float ones = ref table.Entries[ScoreTable.Columns];
            for (int i = 0; i < docs.Length; i++)
            {
                int doc = docs[i];
                Unsafe.Add(ref sums, WindowSource.Place(doc)) += Unsafe.Add(ref ones, (nint)norms[doc]);
            }
        }
        else
        {
            frequencies = frequencies[..docs.Length];
            ref float entries = ref MemoryMarshal.GetArrayDataReference(table.Entries);
            for (int i = 0; i < docs.Length; i++)
            {
                int doc = docs[i];
                float score = Unsafe.Add(ref entries, Entry(frequencies[i], norms[doc]));
                Unsafe.Add(ref sums, WindowSource.Place(doc)) += score;
            }
        }
    }

    private static nint Entry(int frequency, byte norm) => (nint)(uint)((frequency * ScoreTable.Columns) | norm);
}
