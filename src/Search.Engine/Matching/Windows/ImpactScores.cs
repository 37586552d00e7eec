using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Windows;

/// <summary>Bounds of scores by what is kept of runs of postings.</summary>
internal static class ImpactScores
{
    /// <summary>Frequencies above it are bounded by the score that none exceeds.</summary>
    private const int BoundRows = 16;

    /// <summary>A score that no posting of a run exceeds.</summary>
    /// <param name="impacts">The best pairs of the run, see <see cref="Impacts"/>.</param>
    /// <param name="score">What a frequency is worth.</param>
    public static float Bound(ulong impacts, FrequencyScore score)
    {
        float bound = 0;
        int before = 0;
        for (int pair = 0; pair < Impacts.PairCount; pair++)
        {
            int frequency = Impacts.Frequency(impacts, pair);
            if (frequency == before)
            {
                break; // unused pairs repeat the last
            }

            before = frequency;
            bound = Math.Max(
                bound,
                frequency == Impacts.UnboundedFrequency
                    ? score.Weight
                    : score.Score(frequency, Impacts.Norm(impacts, pair)));
        }

        return bound;
    }

    /// <summary>
    /// Adds scores that postings do not exceed, by the best pairs of their blocks and their own norms.
    /// </summary>
    /// <param name="impacts">The best pairs of each block.</param>
    /// <param name="places">The numbers of the postings in the list.</param>
    /// <param name="norms">The norm of each.</param>
    /// <param name="table">What frequencies are worth.</param>
    /// <param name="bounds">Are added to.</param>
    public static void AddBounds(
        ReadOnlySpan<ulong> impacts,
        ReadOnlySpan<int> places,
        ReadOnlySpan<byte> norms,
        ScoreTable table,
        Span<float> bounds)
    {
        table.Reach(BoundRows);
        ref float entries = ref MemoryMarshal.GetReference(
            table.Entries.AsSpan(0, (BoundRows + 1) * ScoreTable.Columns));
        float weight = table.Weight; // no call in the loop, which would keep what it needs out of registers
        norms = norms[..places.Length];
        bounds = bounds[..places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            int norm = norms[i];
            ulong pairs = impacts[(int)((uint)places[i] / BlockPostingsCursor.BlockSize)];
            int frequency = Impacts.GreatestFrequency(pairs, (byte)norm);
            bounds[i] += frequency <= BoundRows
                ? Unsafe.Add(ref entries, (frequency * ScoreTable.Columns) + norm)
                : weight;
        }
    }
}
