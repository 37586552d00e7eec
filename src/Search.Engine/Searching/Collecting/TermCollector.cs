using Search.Engine.Matching;
using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Windows;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Searching.Collecting;

/// <summary>
/// Collects the documents of one term: their count is known, and blocks that cannot hold one of the best are passed
/// over by what is kept of each (Ding and Suel, Faster top-k document retrieval using block-max indexes, 2011). Where
/// facets are counted, every block is decoded, but only for its documents.
/// </summary>
internal static class TermCollector
{
    /// <summary>Collects a segment without deleted documents.</summary>
    /// <param name="collector">Receives the hits.</param>
    /// <param name="term">The term; has a table.</param>
    /// <param name="first">Place of document 0.</param>
    public static void Collect(ScoreCollector collector, TermMatchCursor term, long first)
    {
        BlockPostingsCursor postings = term.Blocks!; // there with a table
        FrequencyScore score = term.Scores!;
        collector.Count(postings.Cost);
        if (postings.BlockCount == 1)
        {
            ShowOne(collector, postings, score, first);
            return;
        }

        bool isCounted = !collector.Facets.IsEmpty;
        bool isGroupGood = true;
        ReadOnlySpan<ulong> blocks = postings.BlockImpacts;
        ReadOnlySpan<ulong> groups = postings.GroupImpacts;
        ScoreTable? table = null;
        Span<float> scores = stackalloc float[BlockPostingsCursor.BlockSize];
        for (int block = 0; block < blocks.Length; block++)
        {
            if (block % BlockPostingsCursor.BlocksPerGroup == 0)
            {
                ulong group = groups[block / BlockPostingsCursor.BlocksPerGroup];
                isGroupGood = ImpactScores.Bound(group, score) > collector.Threshold;
                if (collector.Clock.Look())
                {
                    return;
                }

                if (!isGroupGood && !isCounted)
                {
                    block += BlockPostingsCursor.BlocksPerGroup - 1;
                    continue;
                }
            }

            bool isGood = isGroupGood && ImpactScores.Bound(blocks[block], score) > collector.Threshold;
            if (!isGood && !isCounted)
            {
                continue;
            }

            _ = postings.MoveToBlock(block);
            ReadOnlySpan<int> docs = postings.BlockDocs;
            if (isCounted)
            {
                collector.Facets.Count(docs);
            }

            if (!isGood)
            {
                continue;
            }

            table ??= new ScoreTable(score);
            ReadOnlySpan<int> frequencies = postings.BlockFrequencies;
            PostingScores.Compute(docs, frequencies, postings.BlockFrequencyBound, postings.Norms, table, scores);
            for (int i = 0; i < docs.Length; i++)
            {
                if (scores[i] > collector.Threshold)
                {
                    collector.Show(ScoreTable.Outside(scores[i]), first + docs[i]);
                }
            }
        }

        table?.Return();
    }

    /// <summary>A short list is not worth a table.</summary>
    private static void ShowOne(
        ScoreCollector collector, BlockPostingsCursor postings, FrequencyScore score, long first)
    {
        _ = postings.MoveToBlock(0);
        ReadOnlySpan<int> docs = postings.BlockDocs;
        collector.Facets.Count(docs);
        ReadOnlySpan<int> frequencies = postings.BlockFrequencies;
        ReadOnlySpan<byte> norms = postings.Norms;
        for (int i = 0; i < docs.Length; i++)
        {
            collector.Show(score.Score(frequencies[i], norms[docs[i]]), first + docs[i]);
        }
    }
}
