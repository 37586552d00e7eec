using System.Buffers;
using Search.Engine.Matching.Windows;
using Search.Engine.Segments.Postings;
using Search.Engine.TopK;

namespace Search.Engine.Searching.Collecting;

/// <summary>Collects what a source gives by windows of scores.</summary>
internal static class WindowCollector
{
    private const int Size = WindowSource.Size;

    /// <summary>Collects a segment.</summary>
    /// <param name="collector">Receives the hits.</param>
    /// <param name="source">The scores.</param>
    /// <param name="filters">What is no hit.</param>
    /// <param name="first">Place of document 0.</param>
    public static void Collect(ScoreCollector collector, WindowSource source, WindowFilters filters, long first)
    {
        float[] scores = ArrayPool<float>.Shared.Rent(Size);
        float[] found = ArrayPool<float>.Shared.Rent(Size);
        int[] places = ArrayPool<int>.Shared.Rent(Size);
        Span<float> window = scores.AsSpan(0, Size);
        Span<ulong> matches = stackalloc ulong[Size / 64];
        window.Clear();
        int docId = source.Seek(0);
        while (docId != DocCursor.End && !collector.Clock.Look())
        {
            int start = docId & -Size;
            source.Add(start, window);
            int count = WindowScan.Take(window, collector.Threshold, matches, places, found);
            filters.Apply(start, matches, collector);
            for (int i = 0; i < count; i++)
            {
                int place = places[i];
                if (filters.IsEmpty || (matches[place >> 6] & (1UL << (place & 63))) != 0)
                {
                    collector.Show(ScoreTable.Outside(found[i]), first + start + place);
                }
            }

            docId = start > int.MaxValue - (2 * Size) ? DocCursor.End : source.Seek(start + Size);
        }

        source.Return();
        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<float>.Shared.Return(found);
        ArrayPool<int>.Shared.Return(places);
    }
}
