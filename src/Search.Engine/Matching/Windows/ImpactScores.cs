using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Windows;

/// <summary>Bounds of scores by what is kept of runs of postings.</summary>
internal static class ImpactScores
{
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
}
