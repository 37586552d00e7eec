using System.Buffers;
using Search.Engine.Matching.Windows;
using Search.Engine.Segments.Postings;
using Search.Engine.TopK;

namespace Search.Engine.Searching.Collecting;

/// <summary>Collects what a source gives by windows of scores.</summary>
/// <param name="collector">Receives the hits.</param>
/// <param name="source">The scores.</param>
/// <param name="filters">What is no hit.</param>
/// <param name="first">Place of document 0.</param>
internal sealed class WindowCollector(
    ScoreCollector collector, WindowSource source, WindowFilters filters, long first)
{
    private const int Size = WindowSource.Size;

    private readonly float[] _scores = ArrayPool<float>.Shared.Rent(Size);
    private readonly float[] _found = ArrayPool<float>.Shared.Rent(Size);
    private readonly int[] _places = ArrayPool<int>.Shared.Rent(Size);

    /// <summary>Collects a segment.</summary>
    /// <param name="collector">Receives the hits.</param>
    /// <param name="source">The scores.</param>
    /// <param name="filters">What is no hit.</param>
    /// <param name="first">Place of document 0.</param>
    public static void Collect(ScoreCollector collector, WindowSource source, WindowFilters filters, long first)
    {
        var windows = new WindowCollector(collector, source, filters, first);
        _ = windows.Collect(0, DocCursor.End);
        windows.Return();
    }

    /// <summary>
    /// Collects the windows of a range of documents; ranges come in ascending order. Returns the first document behind
    /// that may match; <c>DocCursor.End</c> for none, or where the time is up.
    /// </summary>
    /// <param name="start">First document, a multiple of <see cref="WindowSource.Size"/>.</param>
    /// <param name="end">The document behind the last, a multiple too, or <c>DocCursor.End</c>.</param>
    public int Collect(int start, int end)
    {
        Span<float> window = _scores.AsSpan(0, Size);
        Span<ulong> matches = stackalloc ulong[Size / 64];
        window.Clear();
        int docId = source.Seek(start);
        while (docId < end)
        {
            if (collector.Clock.Look())
            {
                return DocCursor.End;
            }

            start = docId & -Size;
            source.Add(start, window);
            int count = WindowScan.Take(window, collector.Threshold, matches, _places, _found);
            filters.Apply(start, matches, collector);
            for (int i = 0; i < count; i++)
            {
                int place = _places[i];
                if (filters.IsEmpty || (matches[place >> 6] & (1UL << (place & 63))) != 0)
                {
                    collector.Show(ScoreTable.Outside(_found[i]), first + start + place);
                }
            }

            docId = start > int.MaxValue - (2 * Size) ? DocCursor.End : source.Seek(start + Size);
        }

        return docId;
    }

    /// <summary>Gives back what was rented.</summary>
    public void Return()
    {
        source.Return();
        ArrayPool<float>.Shared.Return(_scores);
        ArrayPool<float>.Shared.Return(_found);
        ArrayPool<int>.Shared.Return(_places);
    }
}
