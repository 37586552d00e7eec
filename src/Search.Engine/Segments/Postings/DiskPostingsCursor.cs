using System.Diagnostics;
using Search.Engine.Codecs;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Segments.Postings;

/// <summary>
/// Walks a posting list on disk. A block is decoded when the cursor comes to it: its doc ids at once, frequencies, norms
/// and positions when first asked for. Reusable for other terms of the field by <see cref="Reset"/>.
/// </summary>
internal sealed class DiskPostingsCursor : BlockPostingsCursor
{
    private const int CountLength = sizeof(uint);

    private readonly PostingsField _field;
    private readonly SegmentSection _postings;
    private readonly int[] _docs = new int[BlockSize];
    private readonly int[] _frequencies = new int[BlockSize];
    private readonly byte[] _norms = new byte[BlockSize];
    private readonly int[] _singleLastDoc = new int[1];
    private readonly ulong[] _singleImpacts = new ulong[1];
    private int[] _positions = new int[16];
    private TermEntry _entry;
    private int _blockCount;
    private int _block;
    private int _count;
    private int _index;
    private int _docId;

    // Where the bytes of the current block lie, and where in them its frequencies begin.
    private long _offset;
    private int _length;
    private int _frequenciesAt;
    private bool _hasFrequencies;
    private bool _hasNorms;
    private bool _hasSingleImpacts;

    // Index of a document of the block, and the number of positions before its own.
    private int _positionsIndex;
    private int _positionsBefore;
    private int _positionsTotal;
    private int _positionsDoc;

    /// <summary>Makes a cursor before the first posting of a term.</summary>
    public DiskPostingsCursor(PostingsField field, in TermEntry entry)
    {
        _field = field;
        _postings = field.Postings;
        Reset(entry);
    }

    /// <inheritdoc/>
    public override int DocId => _docId;

    /// <inheritdoc/>
    public override long Cost => _entry.DocFrequency;

    /// <inheritdoc/>
    public override int BlockCount => _blockCount;

    /// <inheritdoc/>
    public override int Block => _block;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> BlockDocs => _docs.AsSpan(0, _count);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> BlockLastDocs
    {
        get
        {
            if (HasArrays)
            {
                return _postings.ReadArray<int>(_entry.PostingsOffset + CountLength, _blockCount);
            }

            _singleLastDoc[0] = LastOfSingleBlock();
            return _singleLastDoc;
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> BlockImpacts
    {
        get
        {
            if (_field.Norms is null)
            {
                return [];
            }

            return HasArrays
                ? _postings.ReadArray<ulong>(_entry.PostingsOffset + CountLength + (12L * _blockCount), _blockCount)
                : SingleImpacts();
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> GroupImpacts
    {
        get
        {
            if (_field.Norms is null || !HasArrays)
            {
                return _field.Norms is null ? [] : SingleImpacts();
            }

            int count = (_blockCount + BlocksPerGroup - 1) / BlocksPerGroup;
            return _postings.ReadArray<ulong>(_entry.PostingsOffset + CountLength + (20L * _blockCount), count);
        }
    }

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
                for (int i = 0; i < _count; i++)
                {
                    _norms[i] = norms[_docs[i]];
                }

                _hasNorms = true;
            }

            return _norms.AsSpan(0, _count);
        }
    }

    /// <inheritdoc/>
    public override int Frequency => BlockFrequencies[_index];

    private bool HasArrays => _entry.DocFrequency >= BlockSize;

    /// <summary>Brings the cursor before the first posting of another term of the field.</summary>
    /// <exception cref="IndexCorruptException">The entry does not fit the segment.</exception>
    public void Reset(in TermEntry entry)
    {
        _postings.Require(
            entry.DocFrequency > 0 && entry.DocFrequency <= _field.DocCount
                && entry.TotalTermFrequency >= entry.DocFrequency,
            $"a term of {entry.TotalTermFrequency} occurrences in {entry.DocFrequency} of {_field.DocCount} documents");
        _entry = entry;
        _blockCount = (entry.DocFrequency + BlockSize - 1) / BlockSize;
        _block = -1;
        _count = 0;
        _index = -1;
        _docId = -1;
        _hasSingleImpacts = false;
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

        if (_count == 0 || target > _docs[_count - 1])
        {
            int block = _block + 1;
            if (HasArrays && block < _blockCount)
            {
                block = SortedSearch.Gallop(BlockLastDocs, block, target);
            }

            if (!MoveToBlock(block))
            {
                return End;
            }
        }

        // Most steps are short; a whole block is compared only for a long one.
        int near = Math.Min(_index + 8, _count);
        int index = Math.Max(_index, 0);
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
    public override bool MoveToBlock(int block)
    {
        if (block >= _blockCount)
        {
            _block = _blockCount;
            (_count, _index, _docId) = (0, 0, End);
            return false;
        }

        _block = block;
        _hasFrequencies = false;
        _hasNorms = false;
        _positionsTotal = -1;
        _positionsDoc = -1;
        (_positionsIndex, _positionsBefore) = (0, 0);
        _count = block < _blockCount - 1 ? BlockSize : _entry.DocFrequency - (block * BlockSize);
        DecodeDocs();
        _index = 0;
        _docId = _docs[0];
        return true;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Positions()
    {
        if (_field.Positions is null)
        {
            return [];
        }

        int frequency = Frequency;
        if (_positionsDoc != _index)
        {
            if (_positions.Length < frequency)
            {
                _positions = new int[frequency * 2];
            }

            Span<int> positions = _positions.AsSpan(0, frequency);
            DecodePositions(positions);
            Gaps.Decode(positions, -1);
            _positionsDoc = _index;
        }

        return _positions.AsSpan(0, frequency);
    }

    /// <summary>The gaps of all positions of the current block, document by document; valid until the next call.</summary>
    public ReadOnlySpan<int> BlockPositionGaps()
    {
        int total = PositionsTotal();
        if (_positions.Length < total)
        {
            _positions = new int[total * 2];
        }

        _positionsDoc = -1;
        Span<int> gaps = _positions.AsSpan(0, total);
        if (_entry.TotalTermFrequency == 1)
        {
            gaps[0] = (int)_entry.PositionsOffset;
        }
        else
        {
            PatchedInts.Decode(ReadGaps(total), gaps);
        }

        return gaps;
    }

    private void DecodeDocs()
    {
        if (_entry.DocFrequency == 1)
        {
            _postings.Require(_entry.PostingsOffset < _field.DocCount, $"document {_entry.PostingsOffset}");
            _docs[0] = (int)_entry.PostingsOffset;
            return;
        }

        int before = -1;
        if (HasArrays)
        {
            before = FindBlock();
        }
        else
        {
            _offset = _entry.PostingsOffset;
            _length = 1 + BitPacking.ByteCount(_count, _postings.Read(_offset, 1)[0]);
        }

        ReadOnlySpan<byte> bytes = _postings.Read(_offset, _length, BitPacking.Slack);
        int width = bytes[0];
        _frequenciesAt = 1 + BitPacking.ByteCount(_count, width);
        _postings.Require(width <= 32 && _frequenciesAt <= _length, $"doc ids of {width} bits");
        Span<int> docs = _docs.AsSpan(0, _count);
        BitPacking.Unpack(bytes[1..], width, docs);
        Gaps.Decode(docs, before);
        int last = HasArrays ? BlockLastDocs[_block] : docs[^1];
        _postings.Require(docs[^1] == last && last >= 0 && last < _field.DocCount, $"doc id {docs[^1]}");
    }

    /// <summary>Finds the bytes of the current block by the arrays; returns the last doc id before it.</summary>
    private int FindBlock()
    {
        long arrays = _entry.PostingsOffset;
        uint dataLength = _postings.ReadArray<uint>(arrays, 1)[0];
        ReadOnlySpan<uint> starts = _postings.ReadArray<uint>(arrays + CountLength + (4L * _blockCount), _blockCount);
        uint start = starts[_block];
        uint end = _block + 1 < _blockCount ? starts[_block + 1] : dataLength;
        _postings.Require(start < end && end <= dataLength && dataLength <= arrays, $"a block at {start} to {end}");
        _offset = arrays - dataLength + start;
        _length = (int)(end - start);
        return _block == 0 ? -1 : BlockLastDocs[_block - 1];
    }

    private void DecodeFrequencies()
    {
        Span<int> frequencies = _frequencies.AsSpan(0, _count);
        if (_field.Positions is null || (_entry.TotalTermFrequency == _entry.DocFrequency && !HasArrays))
        {
            frequencies.Fill(1);
        }
        else if (_entry.DocFrequency == 1)
        {
            frequencies[0] = checked((int)_entry.TotalTermFrequency);
        }
        else
        {
            ReadFrequencies(frequencies);
        }

        _hasFrequencies = true;
    }

    private void ReadFrequencies(Span<int> frequencies)
    {
        PatchedInts.Decode(ReadPatched(_postings, _offset + _frequenciesAt, frequencies.Length), frequencies);
        for (int i = 0; i < frequencies.Length; i++)
        {
            frequencies[i]++;
        }
    }

    private int LastOfSingleBlock()
    {
        if (_block != 0)
        {
            // Asked before the block is decoded, or behind it: decode it on the side.
            var other = new DiskPostingsCursor(_field, _entry);
            other.MoveToBlock(0);
            return other._docs[other._count - 1];
        }

        return _docs[_count - 1];
    }

    private ReadOnlySpan<ulong> SingleImpacts()
    {
        if (!_hasSingleImpacts)
        {
            DiskPostingsCursor block = this;
            if (_block != 0)
            {
                block = new DiskPostingsCursor(_field, _entry);
                block.MoveToBlock(0);
            }

            var collector = new ImpactCollector();
            Debug.Assert(_field.Norms is not null, "only fields with norms have impacts");
            collector.Add(block.BlockDocs, block.BlockFrequencies, _field.Norms.ReadAll());
            _singleImpacts[0] = collector.Take();
            _hasSingleImpacts = true;
        }

        return _singleImpacts;
    }

    private int PositionsTotal()
    {
        if (_positionsTotal < 0)
        {
            long total = 0;
            foreach (int frequency in BlockFrequencies)
            {
                total += frequency;
            }

            _postings.Require(total <= _entry.TotalTermFrequency, $"{total} occurrences in a block");
            _positionsTotal = (int)total;
        }

        return _positionsTotal;
    }

    private void DecodePositions(Span<int> gaps)
    {
        if (_entry.TotalTermFrequency == 1)
        {
            gaps[0] = (int)_entry.PositionsOffset;
            return;
        }

        if (_positionsIndex > _index)
        {
            (_positionsIndex, _positionsBefore) = (0, 0);
        }

        while (_positionsIndex < _index)
        {
            _positionsBefore += _frequencies[_positionsIndex++];
        }

        int total = PositionsTotal();
        PatchedInts.Decode(ReadGaps(total), total, _positionsBefore, gaps);
    }

    private ReadOnlySpan<byte> ReadGaps(int total)
    {
        SegmentSection section = _field.Positions!; // asked only where the field has positions
        long offset = _entry.PositionsOffset;
        if (HasArrays)
        {
            offset += _postings.ReadArray<uint>(
                _entry.PostingsOffset + CountLength + (8L * _blockCount) + (4L * _block), 1)[0];
        }

        return ReadPatched(section, offset, total);
    }

    /// <summary>An encoding of so many integers at an offset.</summary>
    private static ReadOnlySpan<byte> ReadPatched(SegmentSection section, long offset, int count)
    {
        int headLength = PatchedInts.HeadLength(section.Read(offset, 1)[0]);
        int length = PatchedInts.Length(section.Read(offset, headLength), count);
        return section.Read(offset, length, BitPacking.Slack);
    }
}
