using System.Buffers;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Intersections;

/// <summary>
/// The documents that hold all of several terms, many at a time. The shortest list leads; its documents, several
/// blocks of them, are looked up in the next list block by block, what is left of many such runs in the list after it,
/// and so on, so that what a batch costs is shared by many documents and the memory of documents found can be fetched
/// for all of them at once. Blocks that can hold none of them are not decoded. (Culpepper and Moffat, Efficient set
/// intersection for inverted indexing, 2010, compare the ways; Lemire, Boytsov and Kurz, SIMD compression and the
/// intersection of sorted integers, 2014, the vectors.) Owned by one thread.
/// </summary>
internal sealed class TermIntersection
{
    /// <summary>Most documents of a batch.</summary>
    public const int BatchSize = 1024;

    private const int BlockSize = BlockPostingsCursor.BlockSize;

    /// <summary>Documents of the leading list that are looked up in the second together.</summary>
    private const int RunSize = 4 * BlockSize;

    /// <summary>Blocks of the leading list between two looks of the caller, at the clock for one.</summary>
    private const int BlocksPerBatch = 128;

    private readonly ListProbe[] _lists;
    private readonly int[] _slots;
    private readonly int[] _places;
    private readonly int[] _docs = ArrayPool<int>.Shared.Rent(BatchSize);
    private readonly int[] _kept = ArrayPool<int>.Shared.Rent(BatchSize);
    private readonly int[] _run = ArrayPool<int>.Shared.Rent(RunSize);
    private int _block;
    private int _runPlace;

    /// <summary>Makes an intersection.</summary>
    /// <param name="postings">The lists, none of them moved; two or more.</param>
    public TermIntersection(BlockPostingsCursor[] postings)
    {
        Postings = postings;
        BlockPostingsCursor[] byCost = [.. postings];
        Array.Sort(byCost, static (left, right) => left.Cost.CompareTo(right.Cost));
        _slots = Array.ConvertAll(postings, list => Array.IndexOf(byCost, list));
        _lists = Array.ConvertAll(byCost, list => new ListProbe(list));
        _places = ArrayPool<int>.Shared.Rent(postings.Length * BatchSize);
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
    public BlockPostingsCursor Lead => _lists[0].Postings;

    /// <summary>The numbers of the documents of the last batch in a list, from 0.</summary>
    /// <param name="list">Which list, as they were given.</param>
    public ReadOnlySpan<int> Places(int list) => _places.AsSpan(_slots[list] * BatchSize, Count);

    /// <summary>Finds the next batch; false where there are no more. It may hold none.</summary>
    public bool Next()
    {
        Count = 0;
        if (_block >= Lead.BlockCount)
        {
            return false;
        }

        LeadOn();
        for (int list = 2; list < _lists.Length && Count > 0; list++)
        {
            Keep(list, _lists[list].Find(Docs, _kept, PlacesOf(list)));
        }

        if (Array.Exists(_lists, list => list.HasEnded))
        {
            _block = Lead.BlockCount;
        }

        return true;
    }

    /// <summary>Keeps some documents of the last batch.</summary>
    /// <param name="kept">Their numbers in the batch, ascending.</param>
    public void Keep(ReadOnlySpan<int> kept)
    {
        kept.CopyTo(_kept);
        Keep(_lists.Length, kept.Length);
    }

    /// <summary>Gives back what was rented; the intersection is used no more.</summary>
    public void Return()
    {
        Count = 0;
        ArrayPool<int>.Shared.Return(_docs);
        ArrayPool<int>.Shared.Return(_kept);
        ArrayPool<int>.Shared.Return(_run);
        ArrayPool<int>.Shared.Return(_places);
        foreach (ListProbe list in _lists)
        {
            list.Return();
        }
    }

    private Span<int> PlacesOf(int list) => _places.AsSpan(list * BatchSize, BatchSize);

    /// <summary>Fills the batch with what the two shortest lists share.</summary>
    private void LeadOn()
    {
        Span<int> firsts = PlacesOf(0);
        Span<int> seconds = PlacesOf(1);
        int count = 0;
        int stop = Math.Min(_block + BlocksPerBatch, Lead.BlockCount);
        while (_block < stop && count + RunSize <= BatchSize && !_lists[1].HasEnded)
        {
            int length = ReadRun();
            int found = _lists[1].Find(_run.AsSpan(0, length), _kept, seconds[count..]);
            foreach (int number in _kept.AsSpan(0, found))
            {
                _docs[count] = _run[number];
                firsts[count++] = _runPlace + number;
            }
        }

        Count = count;
    }

    /// <summary>Reads blocks of the leading list that lie beside each other; gives how many documents.</summary>
    private int ReadRun()
    {
        while (PassesOver is not null && _block < Lead.BlockCount && PassesOver(_block))
        {
            _block++;
        }

        int first = _block;
        int stop = Math.Min(first + (RunSize / BlockSize), Lead.BlockCount);
        _block = PassesOver is null ? stop : Math.Min(first + 1, stop);
        while (_block < stop && !PassesOver!(_block))
        {
            _block++;
        }

        _runPlace = first * BlockSize;
        return first < _block ? Lead.ReadDocs(first, _block - first, _run) : 0;
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
            Span<int> places = PlacesOf(before);
            for (int i = 0; i < kept.Length; i++)
            {
                places[i] = places[kept[i]];
            }
        }

        Count = count;
    }
}
