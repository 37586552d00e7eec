using System.Buffers;
using Search.Engine.Matching.Windows;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Intersections;

/// <summary>
/// Tells where no phrase can come to a score: a phrase is in a document no more often than each of its words, and how
/// often those can be there their blocks' best pairs say (<see cref="Impacts"/>).
/// </summary>
internal sealed class PhrasePruning(TermIntersection intersection, FrequencyScore score, ScoreTable table)
{
    private readonly int[] _greatest = ArrayPool<int>.Shared.Rent(TermIntersection.BatchSize);
    private readonly int[] _kept = ArrayPool<int>.Shared.Rent(TermIntersection.BatchSize);

    /// <summary>Whether no document of a block of the leading list can exceed a score.</summary>
    public bool IsWorthless(int block, float threshold)
    {
        ReadOnlySpan<ulong> impacts = intersection.Lead.BlockImpacts;
        return !(ImpactScores.Bound(impacts[block], score) > threshold);
    }

    /// <summary>Takes the documents that cannot exceed a score out of the last batch of the intersection.</summary>
    public void Apply(float threshold)
    {
        ReadOnlySpan<int> docs = intersection.Docs;
        Span<int> greatest = _greatest.AsSpan(0, docs.Length);
        ReadOnlySpan<byte> norms = intersection.Lead.Norms; // a phrase is in one field
        greatest.Fill(Impacts.UnboundedFrequency);
        for (int list = 0; list < intersection.Postings.Length; list++)
        {
            ReadOnlySpan<ulong> impacts = intersection.Postings[list].BlockImpacts;
            ReadOnlySpan<int> places = intersection.Places(list);
            for (int i = 0; i < greatest.Length; i++)
            {
                ulong pairs = impacts[places[i] / BlockPostingsCursor.BlockSize];
                greatest[i] = Math.Min(greatest[i], Impacts.GreatestFrequency(pairs, norms[docs[i]]));
            }
        }

        int kept = 0;
        for (int i = 0; i < greatest.Length; i++)
        {
            _kept[kept] = i;
            kept += Bound(greatest[i], norms[docs[i]]) > threshold ? 1 : 0;
        }

        if (kept < docs.Length)
        {
            intersection.Keep(_kept.AsSpan(0, kept));
        }
    }

    /// <summary>Gives back what was rented.</summary>
    public void Return()
    {
        ArrayPool<int>.Shared.Return(_greatest);
        ArrayPool<int>.Shared.Return(_kept);
    }

    private float Bound(int greatest, byte norm) =>
        greatest < Impacts.UnboundedFrequency ? table.Score(greatest, norm) : table.Weight;
}
