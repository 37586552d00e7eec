using System.Numerics;
using Search.Engine.Codecs;
using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Windows;

namespace Search.Engine.Searching.Collecting;

/// <summary>Collects the documents of any of some terms, which all score the same: the first are the best.</summary>
internal static class TermSetCollector
{
    private const int Words = WindowSource.Size / 64;

    /// <summary>More hits than these are not worth putting in order one by one.</summary>
    private const int MostFirst = 100;

    /// <summary>Collects a segment.</summary>
    /// <param name="collector">Receives the hits.</param>
    /// <param name="terms">The terms; not moved.</param>
    /// <param name="filters">What is no hit.</param>
    /// <param name="first">Place of document 0.</param>
    public static void Collect(ScoreCollector collector, TermSetCursor terms, WindowFilters filters, long first)
    {
        bool isPlain = filters.IsUnfiltered && collector.Facets.IsEmpty;
        bool isFew = collector is { KeepsFirst: true, Limit: > 0 and <= MostFirst };
        if (isPlain && isFew && !collector.NeedsTotal)
        {
            collector.Count(CollectFirst(collector, terms, first));
        }
        else if (isPlain && isFew && filters.IsEmpty && terms.TermCount == 1)
        {
            collector.Count(terms.Cost);
            CollectFirst(collector, terms, first);
        }
        else
        {
            CollectAll(collector, terms.Bits(), filters, first);
        }
    }

    /// <summary>Shows the first documents, unless those of earlier segments are as good and enough.</summary>
    private static int CollectFirst(ScoreCollector collector, TermSetCursor terms, long first)
    {
        float score = terms.Score();
        if (!(score > collector.Threshold))
        {
            return 0;
        }

        Span<int> docIds = stackalloc int[collector.Limit];
        int count = terms.First(docIds);
        foreach (int docId in docIds[..count])
        {
            collector.Show(score, first + docId);
        }

        return count;
    }

    private static void CollectAll(ScoreCollector collector, BitSetCursor bits, WindowFilters filters, long first)
    {
        float score = bits.Score();
        if (filters.IsEmpty && collector.Facets.IsEmpty)
        {
            collector.Count(BitCount.Of(bits.Words));
            Show(collector, score, bits.Words, first);
            return;
        }

        for (int word = 0; word < bits.Words.Length && !collector.Clock.Look(); word += Words)
        {
            Span<ulong> matches = bits.Words.Slice(word, Math.Min(Words, bits.Words.Length - word));
            filters.Apply(word * 64, matches, collector);
            Show(collector, score, matches, first + (word * 64L));
        }
    }

    private static void Show(ScoreCollector collector, float score, ReadOnlySpan<ulong> matches, long first)
    {
        for (int i = 0; i < matches.Length && score > collector.Threshold; i++)
        {
            for (ulong rest = matches[i]; rest != 0 && score > collector.Threshold; rest &= rest - 1)
            {
                collector.Show(score, first + (i * 64L) + BitOperations.TrailingZeroCount(rest));
            }
        }
    }
}
