using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Search.Engine.Codecs;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Windows;

/// <summary>The scores of one term, a block of postings at a time.</summary>
/// <param name="postings">Not moved, or standing on a document that was not yet given.</param>
/// <param name="table">Its scores.</param>
internal sealed class TermWindows(BlockPostingsCursor postings, ScoreTable table) : WindowSource
{
    private readonly float[] _scores = new float[BlockPostingsCursor.BlockSize];
    private int _scoredBlock = -1;
    private int _at;

    /// <inheritdoc/>
    public override int Seek(int from)
    {
        int docId = postings.Seek(from);
        if (docId != DocCursor.End)
        {
            if (postings.Block != _scoredBlock)
            {
                Score();
            }

            _at = SortedSearch.CountBelow(postings.BlockDocs, docId);
        }

        return docId;
    }

    /// <inheritdoc/>
    public override void Add(int start, Span<float> scores)
    {
        int end = start + Size;
        if (_scoredBlock < 0 && Seek(start) >= end)
        {
            return;
        }

        while (postings.Block < postings.BlockCount)
        {
            ReadOnlySpan<int> docs = postings.BlockDocs;
            int stop = docs[^1] < end ? docs.Length : SortedSearch.CountBelow(docs, end);
            Accumulate(docs[_at..stop], _scores.AsSpan(_at), scores);
            _at = stop;
            if (stop < docs.Length)
            {
                _ = postings.Seek(docs[stop]);
                return;
            }

            _at = 0;
            if (!postings.NextBlock())
            {
                return;
            }

            Score();
        }
    }

    /// <summary>Adds to the scores of a window: the low bits of a doc id are its place there.</summary>
    private static void Accumulate(ReadOnlySpan<int> docs, ReadOnlySpan<float> from, Span<float> scores)
    {
        ref float window = ref MemoryMarshal.GetReference(scores[..Size]);
        ref float added = ref MemoryMarshal.GetReference(from[..docs.Length]);
        for (int i = 0; i < docs.Length; i++)
        {
            Unsafe.Add(ref window, docs[i] & (Size - 1)) += Unsafe.Add(ref added, i);
        }
    }

    private void Score()
    {
        _scoredBlock = postings.Block;
        ReadOnlySpan<int> docs = postings.BlockDocs;
        PostingScores.Compute(docs, postings.BlockFrequencies, postings.Norms, table, _scores);
    }
}
