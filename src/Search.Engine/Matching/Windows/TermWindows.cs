using Search.Engine.Codecs;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Windows;

/// <summary>The scores of one term, a block of postings at a time.</summary>
/// <param name="postings">Not moved.</param>
/// <param name="table">Its scores.</param>
internal sealed class TermWindows(BlockPostingsCursor postings, ScoreTable table) : WindowSource
{
    private int _at;

    /// <inheritdoc/>
    public override int Seek(int from)
    {
        int docId = postings.Seek(from);
        if (docId != DocCursor.End)
        {
            _at = postings.Place % BlockPostingsCursor.BlockSize;
        }

        return docId;
    }

    /// <inheritdoc/>
    public override void Return() => table.Return();

    /// <inheritdoc/>
    public override void Add(int start, Span<float> scores)
    {
        int end = start + Size;
        ReadOnlySpan<byte> norms = postings.Norms;
        for (bool isMore = postings.Block < postings.BlockCount; isMore; isMore = postings.NextBlock())
        {
            ReadOnlySpan<int> docs = postings.BlockDocs;
            int stop = docs[^1] < end ? docs.Length : SortedSearch.CountBelow(docs, end);
            uint bound = postings.BlockFrequencyBound;
            ReadOnlySpan<int> frequencies = bound == 1 ? [] : postings.BlockFrequencies[_at..stop];
            PostingScores.Add(docs[_at..stop], frequencies, bound, norms, table, scores);
            if (stop < docs.Length)
            {
                _ = postings.Seek(docs[stop]);
                _at = stop;
                return;
            }

            _at = 0;
        }
    }
}
