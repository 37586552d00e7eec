using Search.Engine.Matching.Intersections;
using Search.Engine.Matching.Phrases;
using Search.Engine.Matching.Windows;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Searching.Collecting;

/// <summary>Collects documents that hold an exact phrase of terms.</summary>
internal static class PhraseCollector
{
    /// <summary>Collects a segment.</summary>
    /// <param name="collector">Receives the hits.</param>
    /// <param name="phrase">The phrase.</param>
    /// <param name="slots">Its slots, whose postings lie in blocks.</param>
    /// <param name="filter">What is no hit.</param>
    /// <param name="first">Place of document 0.</param>
    public static void Collect(
        ScoreCollector collector, PhraseCursor phrase, SlotPostings slots, HitFilter filter, long first)
    {
        BlockPostingsCursor[] postings = Array.ConvertAll(slots.All, cursor => (BlockPostingsCursor)cursor);
        var table = new ScoreTable(phrase.Scores!); // a phrase in blocks is scored
        var intersection = new TermIntersection(postings);
        PhrasePruning? pruning = null;
        if (!collector.NeedsTotal && collector.Facets.IsEmpty)
        {
            pruning = new PhrasePruning(intersection, phrase.Scores!, table); // scored, as above
            intersection.PassesOver = block => pruning.IsWorthless(block, collector.Threshold);
        }

        var frequencies = new PhraseFrequencies(slots.Slots, intersection);
        while (intersection.Next() && !collector.Clock.Look())
        {
            pruning?.Apply(collector.Threshold);
            ReadOnlySpan<int> docs = intersection.Docs;
            ReadOnlySpan<int> counts = frequencies.Count();
            ReadOnlySpan<byte> norms = postings[0].Norms;
            for (int i = 0; i < docs.Length; i++)
            {
                if (counts[i] == 0 || !filter.IsHit(docs[i]))
                {
                    continue;
                }

                float score = table.Score(counts[i], norms[docs[i]]);
                if (score > collector.Threshold)
                {
                    collector.Show(ScoreTable.Outside(score), first + docs[i]);
                }
            }
        }

        frequencies.Return();
        pruning?.Return();
        intersection.Return();
        table.Return();
    }
}
