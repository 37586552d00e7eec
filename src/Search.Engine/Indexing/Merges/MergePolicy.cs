namespace Search.Engine.Indexing.Merges;

/// <summary>
/// Chooses neighbouring segments of about one size to be merged, so that a document is rewritten a logarithmic number
/// of times and doc ids keep the order in which documents were added. (Levels as in Lucene's LogMergePolicy.)
/// </summary>
internal sealed class MergePolicy(int factor, int maxMergedDocCount)
{
    /// <summary>Segments smaller than this count as this small.</summary>
    private const int LeastDocCount = 1000;

    /// <summary>How far a level reaches down from the greatest segment in it.</summary>
    private const double LevelSpan = 0.75;

    /// <summary>A run of segments to merge; a count of 0 where none is due.</summary>
    /// <param name="liveCounts">Live documents of each segment, in their order.</param>
    /// <param name="docCounts">All documents of each.</param>
    public (int Start, int Count) Choose(ReadOnlySpan<int> liveCounts, ReadOnlySpan<int> docCounts)
    {
        for (int i = 0; i < liveCounts.Length; i++)
        {
            // More than half deleted: rewrite it alone.
            if (liveCounts[i] < docCounts[i] / 2)
            {
                return (i, 1);
            }
        }

        for (int start = 0; start < liveCounts.Length;)
        {
            double greatest = 0;
            for (int i = start; i < liveCounts.Length; i++)
            {
                greatest = Math.Max(greatest, Level(liveCounts[i]));
            }

            double bottom = Math.Max(greatest - LevelSpan, Level(0));
            int end = liveCounts.Length;
            while (Level(liveCounts[end - 1]) < bottom)
            {
                end--;
            }

            for (int from = start; from + factor <= end; from += factor)
            {
                if (Sum(liveCounts.Slice(from, factor)) <= maxMergedDocCount)
                {
                    return (from, factor);
                }
            }

            start = end;
        }

        return (0, 0);
    }

    private static long Sum(ReadOnlySpan<int> counts)
    {
        long sum = 0;
        foreach (int count in counts)
        {
            sum += count;
        }

        return sum;
    }

    private double Level(int docCount) => Math.Log(Math.Max(docCount, LeastDocCount)) / Math.Log(factor);
}
