using System.Buffers;
using Search.Engine.Codecs;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Intersections;

/// <summary>
/// One list of an intersection: looks ascending documents up in it. A block is decoded once; where one block after the
/// other is needed, several are decoded together.
/// </summary>
internal sealed class ListProbe
{
    private const int BlockSize = BlockPostingsCursor.BlockSize;
    private const int MostBlocks = 8;

    private readonly int[] _docs = ArrayPool<int>.Shared.Rent(MostBlocks * BlockSize);

    /// <summary>The blocks decoded: the first, and the one behind the last.</summary>
    private int _firstBlock = -1;
    private int _stopBlock = -1;

    /// <summary>The block looked at, and its last document.</summary>
    private int _block = -1;
    private int _last = -1;

    private int _count;

    /// <summary>Wraps a list.</summary>
    public ListProbe(BlockPostingsCursor postings)
    {
        Postings = postings;
        if (postings.BlockCount == 1)
        {
            postings.MoveToBlock(0); // what such a list has no arrays for, it finds by its block
        }
    }

    /// <summary>The list.</summary>
    public BlockPostingsCursor Postings { get; }

    /// <summary>Whether a document was looked for behind the last.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Looks documents up.</summary>
    /// <param name="docs">Ascending, from call to call too.</param>
    /// <param name="kept">Receives the numbers of those found, from 0; room for all.</param>
    /// <param name="places">Receives their places in the list; room for all.</param>
    /// <returns>How many were found.</returns>
    public int Find(ReadOnlySpan<int> docs, Span<int> kept, Span<int> places)
    {
        ReadOnlySpan<int> lastDocs = Postings.BlockLastDocs;
        int found = 0;
        int next = 0;
        while (next < docs.Length)
        {
            if (docs[next] > _last && !Seek(lastDocs, docs[next]))
            {
                HasEnded = true;
                break;
            }

            int at = (_block - _firstBlock) * BlockSize;
            ReadOnlySpan<int> block = _docs.AsSpan(at, Math.Min(BlockSize, _count - at));
            next = BlockProbe.FindBelow(block, _block * BlockSize, docs, next, kept, places, ref found);
        }

        return found;
    }

    /// <summary>Gives back what was rented.</summary>
    public void Return() => ArrayPool<int>.Shared.Return(_docs);

    /// <summary>Comes to the block that a document would be in.</summary>
    private bool Seek(ReadOnlySpan<int> lastDocs, int target)
    {
        int block = _block + 1;
        if (block < lastDocs.Length && lastDocs[block] < target)
        {
            block = SortedSearch.Gallop(lastDocs, block, target);
        }

        if (block >= lastDocs.Length)
        {
            return false;
        }

        _block = block;
        _last = lastDocs[block];
        if (block >= _stopBlock)
        {
            // What was needed in a row goes on so, as it seems.
            int ahead = block == _stopBlock ? Math.Min(MostBlocks, 2 * (_stopBlock - _firstBlock)) : 1;
            ahead = Math.Min(ahead, lastDocs.Length - block);
            _count = Postings.ReadDocs(block, ahead, _docs);
            _firstBlock = block;
            _stopBlock = block + ahead;
        }

        return true;
    }
}
