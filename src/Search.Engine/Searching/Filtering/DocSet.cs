using Search.Engine.Matching;
using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nodes;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Searching.Filtering;

/// <summary>
/// The live documents of a segment that pass a filter, a bit each. Immutable, and safe for use by several threads.
/// </summary>
internal sealed class DocSet
{
    private readonly ulong[] _words;
    private readonly int _count;

    private DocSet(ulong[] words, int count, bool isAll)
    {
        _words = words;
        _count = count;
        IsAll = isAll;
    }

    /// <summary>Whether every live document passes.</summary>
    public bool IsAll { get; }

    /// <summary>Finds what passes.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="filter">Asks for values of columns alone.</param>
    public static DocSet Of(SegmentView segment, QueryNode filter)
    {
        ReadOnlySpan<ulong> live = segment.LiveDocs;
        var words = new ulong[(segment.DocCount + 63) / 64];
        int count = 0;
        MatchCursor cursor = filter.Cursor(new MatchContext(segment, null, null, new MatchReport()), 1);
        for (int docId = cursor.Next(); docId != DocCursor.End; docId = cursor.Next())
        {
            ulong bit = 1UL << docId; // a shift counts modulo 64
            if ((live.IsEmpty || (live[docId >> 6] & bit) != 0) && (cursor.IsExact || cursor.Matches()))
            {
                words[docId >> 6] |= bit;
                count++;
            }
        }

        bool isAll = count == segment.LiveDocCount;
        return new DocSet(isAll ? [] : words, count, isAll);
    }

    /// <summary>A cursor over the documents, where they are not all.</summary>
    public BitSetCursor Cursor() => new(_words, _words.Length, _count, 0);
}
