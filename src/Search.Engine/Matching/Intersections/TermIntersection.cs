using System.Buffers;
using Search.Engine.Codecs;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Intersections;

/// <summary>
/// The documents that hold all of several terms. The shortest list leads, a block at a time; its documents are looked
/// up in the next list block by block, what is left in the next, and so on; blocks that can hold none of them are not
/// decoded. (Culpepper and Moffat, Efficient set intersection for inverted indexing, 2010, compare the ways; Lemire,
/// Boytsov and Kurz, SIMD compression and the intersection of sorted integers, 2014, the vectors.) Owned by one
/// thread.
/// </summary>
internal sealed class TermIntersection
{
    private const int BlockSize = BlockPostingsCursor.BlockSize;

    private readonly BlockPostingsCursor[] _byCost;
    private readonly int[] _slots;
    private readonly int[] _places;
    private readonly int[] _docs = ArrayPool<int>.Shared.Rent(BlockSize);
    private readonly int[] _kept = ArrayPool<int>.Shared.Rent(BlockSize);

    /// <summary>Makes an intersection.</summary>
    /// <param name="postings">The lists, none of them moved; two or more.</param>
    public TermIntersection(BlockPostingsCursor[] postings)
    {
        Postings = postings;
        _byCost = [.. postings];
        Array.Sort(_byCost, static (left, right) => left.Cost.CompareTo(right.Cost));
        _slots = Array.ConvertAll(postings, list => Array.IndexOf(_byCost, list));
        _places = ArrayPool<int>.Shared.Rent(postings.Length * BlockSize);
    }

    /// <summary>The lists, in the order they were given.</summary>
    public BlockPostingsCursor[] Postings { get; }

    /// <summary>The documents of the last batch, ascending.</summary>
    public ReadOnlySpan<int> Docs => _docs.AsSpan(0, Count);

    /// <summary>Number of documents of the last batch.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a block of the leading list, by its number, may be passed over; null for none.</summary>
    public Func<int, bool>? PassesOver { get; set; }

    /// <summary>The list that leads, the shortest.</summary>
    public BlockPostingsCursor Lead => _byCost[0];

    /// <summary>The numbers of the documents of the last batch in a list, from 0.</summary>
    /// <param name="list">Which list, as they were given.</param>
    public ReadOnlySpan<int> Places(int list) => _places.AsSpan(_slots[list] * BlockSize, Count);

    /// <summary>Finds the next batch of at least one document; false where there are no more.</summary>
    public bool Next()
    {
        BlockPostingsCursor lead = _byCost[0];
        while (MoveLead(lead))
        {
            lead.BlockDocs.CopyTo(_docs);
            Count = lead.BlockDocs.Length;
            int first = lead.Block * BlockSize;
            for (int i = 0; i < Count; i++)
            {
                _places[i] = first + i;
            }

            for (int list = 1; list < _byCost.Length && Count > 0; list++)
            {
                Keep(list, LookUp(_byCost[list], _places.AsSpan(list * BlockSize, BlockSize)));
            }

            if (Count > 0)
            {
                return true;
            }

            if (Array.Exists(_byCost, list => list.Block == list.BlockCount))
            {
                break; // one has ended
            }
        }

        Count = 0;
        return false;
    }

    /// <summary>Keeps some documents of the last batch.</summary>
    /// <param name="kept">Their numbers in the batch, ascending.</param>
    public void Keep(ReadOnlySpan<int> kept)
    {
        kept.CopyTo(_kept);
        Keep(_byCost.Length, kept.Length);
    }

    /// <summary>Gives back what was rented; the intersection is used no more.</summary>
    public void Return()
    {
        Count = 0;
        ArrayPool<int>.Shared.Return(_docs);
        ArrayPool<int>.Shared.Return(_kept);
        ArrayPool<int>.Shared.Return(_places);
    }

    private bool MoveLead(BlockPostingsCursor lead)
    {
        int block = lead.Block + 1;
        while (PassesOver is not null && block < lead.BlockCount && PassesOver(block))
        {
            block++;
        }

        return lead.MoveToBlock(block);
    }

    /// <summary>Looks the documents up in a list; gives how many it holds.</summary>
    private int LookUp(BlockPostingsCursor list, Span<int> places)
    {
        ReadOnlySpan<int> docs = Docs;
        int count = 0;
        int next = 0;
        while (next < docs.Length && list.SeekBlock(docs[next]))
        {
            ReadOnlySpan<int> block = list.BlockDocs;
            int last = block[^1];
            int stop = docs[^1] <= last ? docs.Length : next + SortedSearch.CountBelow(docs[next..], last + 1);
            int found = BlockProbe.Find(block, docs[next..stop], _kept.AsSpan(count), places[count..]);
            int first = list.Block * BlockSize;
            for (int i = count; i < count + found; i++)
            {
                _kept[i] += next;
                places[i] += first;
            }

            count += found;
            next = stop;
        }

        return count;
    }

    /// <summary>Leaves the documents that were kept, and their places in the lists before.</summary>
    private void Keep(int list, int count)
    {
        ReadOnlySpan<int> kept = _kept.AsSpan(0, count);
        for (int i = 0; i < kept.Length; i++)
        {
            _docs[i] = _docs[kept[i]];
        }

        for (int before = 0; before < list; before++)
        {
            Span<int> places = _places.AsSpan(before * BlockSize, BlockSize);
            for (int i = 0; i < kept.Length; i++)
            {
                places[i] = places[kept[i]];
            }
        }

        Count = count;
    }
}
