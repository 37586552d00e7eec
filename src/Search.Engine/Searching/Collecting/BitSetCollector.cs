using System.Numerics;
using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Windows;

namespace Search.Engine.Searching.Collecting;

/// <summary>Collects a set of documents that all score the same: the first are the best.</summary>
internal static class BitSetCollector
{
    private const int Words = WindowSource.Size / 64;

    /// <summary>Collects a segment.</summary>
    /// <param name="collector">Receives the hits.</param>
    /// <param name="bits">The documents.</param>
    /// <param name="filters">What is no hit.</param>
    /// <param name="first">Place of document 0.</param>
    public static void Collect(ScoreCollector collector, BitSetCursor bits, WindowFilters filters, long first)
    {
        float score = bits.Score();
        for (int word = 0; word < bits.Words.Length && !collector.Clock.Look(); word += Words)
        {
            Span<ulong> matches = bits.Words.Slice(word, Math.Min(Words, bits.Words.Length - word));
            filters.Apply(word * 64, matches, collector);
            if (score > collector.Threshold)
            {
                Show(collector, score, matches, first + (word * 64L));
            }
        }
    }

    private static void Show(ScoreCollector collector, float score, ReadOnlySpan<ulong> matches, long first)
    {
        for (int i = 0; i < matches.Length; i++)
        {
            for (ulong rest = matches[i]; rest != 0; rest &= rest - 1)
            {
                collector.Show(score, first + (i * 64) + BitOperations.TrailingZeroCount(rest));
                if (!(score > collector.Threshold))
                {
                    return;
                }
            }
        }
    }
}
