using System.Runtime.Intrinsics;
using Search.Engine.Codecs;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Windows;

/// <summary>
/// One term of a disjunction: bounds for all of its documents, a run of blocks at a time, and scores for the few that
/// are asked for. Windows are asked in ascending order. The postings are read where they lie and not moved. Owned by
/// one thread.
/// </summary>
internal sealed class TermBounds
{
    /// <summary>Documents of a window of bounds; a power of two.</summary>
    public const int Size = 1 << 15;

    private const int BlockSize = BlockPostingsCursor.BlockSize;

    /// <summary>Frequencies that numbers are looked up for at once.</summary>
    private const int Step = 64;

    private readonly BlockPostingsCursor _postings;
    private readonly FrequencyScore _score;
    private readonly Vector128<byte> _row;
    private readonly int _blockCount;
    private int _block;
    private int _scoreBlock;

    /// <summary>Makes the bounds of a term.</summary>
    /// <param name="postings">Its postings; others may move them.</param>
    /// <param name="score">Its scores.</param>
    /// <param name="scale">Of all terms.</param>
    public TermBounds(BlockPostingsCursor postings, FrequencyScore score, BoundScale scale)
    {
        _postings = postings;
        _score = score;
        _blockCount = postings.BlockCount;
        Span<byte> row = stackalloc byte[ScoreShape.MaxFrequency];
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = scale.Number(score.Weight, i + 1);
        }

        _row = Vector128.Create<byte>(row);
    }

    /// <summary>The place of a document in its window.</summary>
    public static nuint Place(int docId) => (uint)docId & (Size - 1);

    /// <summary>
    /// A document, at or behind the one given, before which no other holds the term; <c>DocCursor.End</c> where none
    /// does.
    /// </summary>
    public int Seek(int from)
    {
        ReadOnlySpan<int> lastDocs = _postings.BlockLastDocs;
        if (_block < _blockCount)
        {
            _block = SortedSearch.Gallop(lastDocs, _block, from);
        }

        return _block == _blockCount ? DocCursor.End : _block == 0 ? from : Math.Max(from, lastDocs[_block - 1] + 1);
    }

    /// <summary>Adds a number for every document of a range that holds the term.</summary>
    /// <param name="start">First document, the last that was given to <see cref="Seek"/>.</param>
    /// <param name="end">The document behind the last, within the same window.</param>
    /// <param name="window"><see cref="Size"/> sums.</param>
    /// <param name="buffers">Used meanwhile.</param>
    public void Add(int start, int end, Span<byte> window, BoundBuffers buffers)
    {
        _scoreBlock = _block;
        ReadOnlySpan<int> lastDocs = _postings.BlockLastDocs;
        for (int block = _block; block < _blockCount && (block == 0 || lastDocs[block - 1] < end - 1);)
        {
            int next = block + 1;
            int most = Math.Min(_blockCount, block + BoundBuffers.BlockCount);
            while (next < most && lastDocs[next - 1] < end - 1)
            {
                next++;
            }

            ReadOnlySpan<int> docs = buffers.Docs[.._postings.ReadDocs(block, next - block, buffers.Docs)];
            _postings.ReadFrequencies(block, next - block, buffers.LessOne);
            Span<byte> lessOne = buffers.LessOne[..((docs.Length + Step - 1) & -Step)];
            lessOne[docs.Length..].Clear();
            bool isBeyond = PostingBounds.Look(lessOne, _row, buffers.Numbers);
            int from = docs[0] < start ? SortedSearch.CountBelow(docs, start) : 0;
            int stop = docs[^1] < end ? docs.Length : SortedSearch.CountBelow(docs, end);
            PostingBounds.Add(docs[from..stop], buffers.Numbers[from..stop], window);
            if (isBeyond)
            {
                PostingBounds.Mark(docs[from..stop], lessOne[from..stop], window);
            }

            block = next;
        }
    }

    /// <summary>Adds the scores of documents of the last window that hold the term.</summary>
    /// <param name="docs">Ascending, behind those asked before.</param>
    /// <param name="sums">The sums of their scores so far.</param>
    /// <param name="buffers">Used meanwhile.</param>
    public void AddScores(ReadOnlySpan<int> docs, Span<float> sums, BoundBuffers buffers)
    {
        ReadOnlySpan<byte> norms = _postings.Norms;
        ReadOnlySpan<int> lastDocs = _postings.BlockLastDocs;
        int next = 0;
        while (next < docs.Length && _scoreBlock < _blockCount)
        {
            _scoreBlock = SortedSearch.Gallop(lastDocs, _scoreBlock, docs[next]);
            if (_scoreBlock == _blockCount)
            {
                return;
            }

            int most = Math.Min(docs.Length, next + BlockSize);
            int stop = next + 1;
            while (stop < most && docs[stop] <= lastDocs[_scoreBlock])
            {
                stop++;
            }

            ReadOnlySpan<int> block = buffers.Docs[.._postings.ReadDocs(_scoreBlock, 1, buffers.Docs)];
            int count = BlockProbe.Find(block, docs[next..stop], buffers.Kept, buffers.Places);
            for (int i = 0; i < count; i++)
            {
                int frequency = _postings.ReadFrequency(_scoreBlock, buffers.Places[i]);
                int document = next + buffers.Kept[i];
                sums[document] += Math.Max(_score.Score(frequency, norms[docs[document]]), ScoreTable.Least);
            }

            next = stop;
        }
    }
}
