using System.Diagnostics;
using Search.Engine.Codecs;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Segments.Postings;

/// <summary>
/// Walks a posting list on disk. A block is decoded when the cursor comes to it: its doc ids at once, frequencies,
/// norms and positions when first asked for. Reusable for other terms of the field by <see cref="Reset"/>.
/// </summary>
internal sealed class DiskPostingsCursor : BlockPostingsCursor
{
    private const int NearSteps = 8;

    private readonly PostingsField _field;
    private readonly PostingsList _list;
    private readonly BlockPositions _positions;
    private readonly int[] _docs = new int[BlockSize];
    private readonly int[] _frequencies = new int[BlockSize];
    private readonly byte[] _norms = new byte[BlockSize];
    private readonly int[] _singleLastDoc = new int[1];
    private readonly ulong[] _singleImpacts = new ulong[1];
    private SideBlock? _side;
    private int _block;
    private int _count;
    private int _index;
    private int _docId;
    private int _frequenciesAt;
    private uint _frequencyBound;
    private bool _hasFrequencies;
    private bool _hasNorms;
    private bool _hasSingle;
    private bool _hasSingleLastDoc;

    /// <summary>Makes a cursor before the first posting of a term.</summary>
    public DiskPostingsCursor(PostingsField field, in TermEntry entry)
    {
        _field = field;
        _list = new PostingsList(field);
        _positions = new BlockPositions(field, _list);
        Reset(entry);
    }

    /// <summary>The field whose terms the cursor can be turned to.</summary>
    public PostingsField Field => _field;

    /// <inheritdoc/>
    public override int DocId => _docId;

    /// <inheritdoc/>
    public override long Cost => _list.Entry.DocFrequency;

    /// <inheritdoc/>
    public override int BlockCount => _list.BlockCount;

    /// <inheritdoc/>
    public override int Block => _block;

    /// <inheritdoc/>
    public override int Place => (_block * BlockSize) + _index;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> BlockDocs => _docs.AsSpan(0, _count);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> BlockLastDocs
    {
        get
        {
            if (_list.HasArrays)
            {
                return _list.LastDocs;
            }

            if (!_hasSingleLastDoc)
            {
                Span<int> docs = stackalloc int[BlockSize];
                _singleLastDoc[0] = docs[ReadDocs(0, 1, docs) - 1];
                _hasSingleLastDoc = true;
            }

            return _singleLastDoc;
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> BlockImpacts => Impacts(HasImpacts ? _list.BlockImpacts : default);

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> GroupImpacts => Impacts(HasImpacts ? _list.GroupImpacts : default);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> BlockFrequencies
    {
        get
        {
            if (!_hasFrequencies)
            {
                DecodeFrequencies();
            }

            return _frequencies.AsSpan(0, _count);
        }
    }

    /// <inheritdoc/>
    public override uint BlockFrequencyBound
    {
        get
        {
            if (!_hasFrequencies)
            {
                if (_list.HasArrays && _field.HasFrequencies && _list.Bytes[_frequenciesAt] == 0)
                {
                    return 1; // packed in no bits
                }

                DecodeFrequencies();
            }

            return _frequencyBound;
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> BlockNorms
    {
        get
        {
            if (_field.Norms is null)
            {
                return [];
            }

            if (!_hasNorms)
            {
                ReadOnlySpan<byte> norms = _field.Norms.ReadAll();
                ReadOnlySpan<int> docs = BlockDocs;
                Span<byte> found = _norms.AsSpan(0, docs.Length);
                for (int i = 0; i < docs.Length; i++)
                {
                    found[i] = norms[docs[i]];
                }

                _hasNorms = true;
            }

            return _norms.AsSpan(0, _count);
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Norms => _field.Norms is null ? [] : _field.Norms.ReadAll();

    /// <inheritdoc/>
    public override int Frequency => BlockFrequencies[_index];

    private SideBlock Side => _side ??= new SideBlock(_field, _list);

    private bool HasImpacts => _list.HasArrays && _field.Norms is not null;

    /// <summary>Whether frequencies are kept, block by block.</summary>
    private bool HasPackedFrequencies => _field.Positions is not null
        && _list.Entry.DocFrequency > 1
        && (_list.HasArrays || _list.Entry.TotalTermFrequency > _list.Entry.DocFrequency);

    /// <summary>The frequency of every posting where none are kept.</summary>
    private int SingleFrequency => _field.Positions is null || _list.Entry.DocFrequency > 1
        ? 1
        : checked((int)_list.Entry.TotalTermFrequency);

    /// <summary>Brings the cursor before the first posting of another term of the field.</summary>
    /// <exception cref="IndexCorruptException">The entry does not fit the segment.</exception>
    public void Reset(in TermEntry entry)
    {
        _list.Open(entry);
        (_block, _count, _index, _docId) = (-1, 0, -1, -1);
        _side?.Reset();
        _hasSingle = false;
        _hasSingleLastDoc = false;
    }

    /// <inheritdoc/>
    public override int Next()
    {
        if (++_index < _count)
        {
            return _docId = _docs[_index];
        }

        MoveToBlock(_block + 1);
        return _docId;
    }

    /// <inheritdoc/>
    public override int Seek(int target)
    {
        if (target <= _docId)
        {
            return _docId;
        }

        if (!SeekBlock(target))
        {
            return End;
        }

        // Most steps are short; the rest of the block is compared only for a long one.
        int index = _index;
        int near = Math.Min(index + NearSteps, _count);
        while (index < near && _docs[index] < target)
        {
            index++;
        }

        if (index == near)
        {
            index += SortedSearch.CountBelow(_docs.AsSpan(index, _count - index), target);
        }

        _index = index;
        return index < _count ? _docId = _docs[index] : Next();
    }

    /// <inheritdoc/>
    public override bool SeekBlock(int target)
    {
        if (_count > 0 && target <= _docs[_count - 1])
        {
            return true;
        }

        int block = _block + 1;
        if (_list.HasArrays && block < _list.BlockCount)
        {
            block = SortedSearch.Gallop(_list.LastDocs, block, target);
        }

        return MoveToBlock(block);
    }

    /// <inheritdoc/>
    public override bool MoveToBlock(int block)
    {
        if (block >= _list.BlockCount)
        {
            (_block, _count, _index, _docId) = (_list.BlockCount, 0, 0, End);
            return false;
        }

        _block = block;
        _hasFrequencies = false;
        _hasNorms = false;
        _positions.Reset();
        _count = CountOf(block);
        _frequenciesAt = DecodeDocs(_list.Bytes, block, _docs.AsSpan(0, _count));
        _index = 0;
        _docId = _docs[0];
        return true;
    }

    /// <inheritdoc/>
    public override int FrequencyAt(int block, int index) =>
        block == _block && _hasFrequencies ? _frequencies[index] : Side.Frequency(block, index);

    /// <inheritdoc/>
    public override int ReadDocs(int block, int count, Span<int> docs)
    {
        ReadOnlySpan<byte> list = _list.Bytes;
        int done = 0;
        for (int end = block + count; block < end; block++)
        {
            int length = CountOf(block);
            _ = DecodeDocs(list, block, docs.Slice(done, length));
            done += length;
        }

        return done;
    }

    /// <inheritdoc/>
    public override void ReadFrequencies(int block, int count, Span<byte> lessOne)
    {
        if (!HasPackedFrequencies)
        {
            lessOne.Fill((byte)Math.Min(SingleFrequency - 1, byte.MaxValue));
            return;
        }

        ReadOnlySpan<byte> list = _list.Bytes;
        for (int end = block + count; block < end; block++)
        {
            int length = CountOf(block);
            PatchedBytes.Decode(list[FrequenciesAt(list, block, length)..], lessOne[..length]);
            lessOne = lessOne[length..];
        }
    }

    /// <inheritdoc/>
    public override int ReadFrequency(int block, int index)
    {
        if (!HasPackedFrequencies)
        {
            return SingleFrequency;
        }

        ReadOnlySpan<byte> list = _list.Bytes;
        int count = CountOf(block);
        int at = FrequenciesAt(list, block, count);
        return unchecked(PatchedInts.Get(list[at..], count, index) + 1); // they are kept less one
    }

    /// <inheritdoc/>
    public override void GatherPositions(
        ReadOnlySpan<int> places, ReadOnlySpan<int> documents, PositionKeys batch) =>
        Side.Gather(places, documents, batch);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Positions() =>
        _field.Positions is null ? [] : _positions.Of(_block, BlockFrequencies, _index);

    /// <summary>
    /// The gaps of all positions of the current block, document by document; valid until the next call.
    /// </summary>
    public ReadOnlySpan<int> BlockPositionGaps() => _positions.AllGaps(_block, BlockFrequencies);

    /// <summary>Where the frequencies of a block begin.</summary>
    private int FrequenciesAt(ReadOnlySpan<byte> list, int block, int count)
    {
        (int start, int end) = _list.Block(list, block);
        int at = start + 1 + BitPacking.ByteCount(count, list[start]);
        if (at >= end)
        {
            throw _field.Postings.Corrupt("doc ids and no frequencies");
        }

        return at;
    }

    private int CountOf(int block) => Math.Min(BlockSize, _list.Entry.DocFrequency - (block * BlockSize));

    /// <summary>Decodes doc ids; returns where the frequencies of the block begin.</summary>
    private int DecodeDocs(ReadOnlySpan<byte> list, int block, Span<int> docs)
    {
        if (_list.Entry.DocFrequency == 1)
        {
            docs[0] = (int)_list.Entry.PostingsOffset;
            return 0;
        }

        (int start, int end) = _list.Block(list, block);
        int width = list[start];
        int frequenciesAt = start + 1 + BitPacking.ByteCount(docs.Length, width);
        if (width > 32 || frequenciesAt > end)
        {
            throw _field.Postings.Corrupt($"doc ids of {width} bits");
        }

        (int before, int last) = _list.HasArrays ? _list.Bounds(list, block) : (-1, 0);
        GapUnpacking.Unpack(list[(start + 1)..], width, before, docs);
        int found = docs[^1];
        if (found >= _field.DocCount || found < 0 || (found != last && _list.HasArrays))
        {
            throw _field.Postings.Corrupt($"doc id {found}");
        }

        return frequenciesAt;
    }

    private void DecodeFrequencies()
    {
        TermEntry entry = _list.Entry;
        Span<int> frequencies = _frequencies.AsSpan(0, _count);
        if (!_field.HasFrequencies || (entry.TotalTermFrequency == entry.DocFrequency && !_list.HasArrays))
        {
            frequencies.Fill(1);
            _frequencyBound = 1;
        }
        else if (entry.DocFrequency == 1)
        {
            frequencies[0] = checked((int)entry.TotalTermFrequency);
            _frequencyBound = (uint)frequencies[0];
        }
        else
        {
            uint bits = PatchedInts.Decode(_list.Bytes[_frequenciesAt..], frequencies);
            _frequencyBound = bits == uint.MaxValue ? bits : bits + 1;
            Lanes.AddOne(frequencies); // they are kept less one
        }

        _hasFrequencies = true;
    }

    private ReadOnlySpan<ulong> Impacts(ReadOnlySpan<ulong> arrays)
    {
        if (_field.Norms is null || _list.HasArrays)
        {
            return _field.Norms is null ? [] : arrays;
        }

        DescribeSingle();
        return _singleImpacts;
    }

    /// <summary>
    /// Finds out what arrays would say of a list that has none, by decoding its one block on the side.
    /// </summary>
    private void DescribeSingle()
    {
        if (_hasSingle)
        {
            return;
        }

        DiskPostingsCursor other = this;
        if (_block != 0)
        {
            other = new DiskPostingsCursor(_field, _list.Entry);
            other.MoveToBlock(0);
        }

        if (_field.Norms is not null)
        {
            var collector = new ImpactCollector([]);
            collector.Add(other.BlockDocs, other.BlockFrequencies, _field.Norms.ReadAll());
            _singleImpacts[0] = collector.Take();
        }

        Debug.Assert(other.BlockCount == 1, "lists without arrays have one block");
        _hasSingle = true;
    }
}
