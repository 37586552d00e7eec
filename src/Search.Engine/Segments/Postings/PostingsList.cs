using System.Runtime.InteropServices;
using Search.Engine.Codecs;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Segments.Postings;

/// <summary>
/// The bytes of one posting list: where its blocks lie, and the arrays behind them that say what each block holds. All
/// of it is checked when the list is opened, so that nothing is checked again block by block. Reusable by
/// <see cref="Open"/>; owned by one cursor.
/// </summary>
internal sealed class PostingsList(PostingsField field)
{
    private const int BlockSize = BlockPostingsCursor.BlockSize;
    private const int HeadLength = sizeof(uint);

    private readonly SegmentSection _section = field.Postings;
    private readonly bool _hasPositions = field.Positions is not null;
    private long _offset;
    private int _length;
    private int _arraysAt;

    /// <summary>What the dictionary says of the term.</summary>
    public TermEntry Entry { get; private set; }

    /// <summary>Number of blocks, at least 1.</summary>
    public int BlockCount { get; private set; }

    /// <summary>Whether the list has a full block, and so arrays; else its one block stands alone.</summary>
    public bool HasArrays { get; private set; }

    /// <summary>The bytes of the list, with some behind them that mean nothing, for the vector kernels.</summary>
    public ReadOnlySpan<byte> Bytes => _section.ReadAgain(_offset, _length, BitPacking.Slack);

    /// <summary>The last doc id of each block; only with arrays.</summary>
    public ReadOnlySpan<int> LastDocs => MemoryMarshal.Cast<byte, int>(Bytes[ArrayAt(0)..])[..BlockCount];

    /// <summary>The best pairs of each block; only with arrays, and where the field has norms.</summary>
    public ReadOnlySpan<ulong> BlockImpacts =>
        MemoryMarshal.Cast<byte, ulong>(Bytes[ArrayAt(ImpactsAt)..])[..BlockCount];

    /// <summary>The best pairs of each group of blocks; as above.</summary>
    public ReadOnlySpan<ulong> GroupImpacts =>
        MemoryMarshal.Cast<byte, ulong>(Bytes[ArrayAt(ImpactsAt + sizeof(ulong))..])[..GroupCount];

    /// <summary>Bytes a block that the arrays before the best pairs take.</summary>
    private int ImpactsAt => _hasPositions ? 12 : 8;

    private int GroupCount =>
        (BlockCount + BlockPostingsCursor.BlocksPerGroup - 1) / BlockPostingsCursor.BlocksPerGroup;

    /// <summary>Turns to the list of a term.</summary>
    /// <exception cref="IndexCorruptException">The entry does not fit the segment, or bytes are wrong.</exception>
    public void Open(in TermEntry entry)
    {
        _section.Require(
            entry.DocFrequency > 0 && entry.DocFrequency <= field.DocCount
                && entry.TotalTermFrequency >= entry.DocFrequency,
            $"a term of {entry.TotalTermFrequency} occurrences in {entry.DocFrequency} of {field.DocCount} documents");
        Entry = entry;
        BlockCount = (entry.DocFrequency + BlockSize - 1) / BlockSize;
        HasArrays = entry.DocFrequency >= BlockSize;
        if (HasArrays)
        {
            FindArrays();
        }
        else if (entry.DocFrequency > 1)
        {
            FindShortBlock();
        }
        else
        {
            _section.Require(entry.PostingsOffset < field.DocCount, $"document {entry.PostingsOffset}");
        }
    }

    /// <summary>
    /// Where a block begins and ends in <see cref="Bytes"/>; not for a list of one posting, which has none.
    /// </summary>
    public (int Start, int End) Block(ReadOnlySpan<byte> bytes, int block)
    {
        if (!HasArrays)
        {
            return (0, _length);
        }

        ReadOnlySpan<uint> starts = MemoryMarshal.Cast<byte, uint>(bytes[ArrayAt(4)..]);
        uint start = starts[block];
        uint end = block + 1 < BlockCount ? starts[block + 1] : (uint)_arraysAt;
        if (start >= end || end > _arraysAt)
        {
            throw _section.Corrupt($"a block at {start} to {end}"); // no message is begun where all is well
        }

        return ((int)start, (int)end);
    }

    /// <summary>The last doc ids of a block and of the one before; -1 before the first.</summary>
    public (int Before, int Last) Bounds(ReadOnlySpan<byte> bytes, int block)
    {
        ReadOnlySpan<int> last = MemoryMarshal.Cast<byte, int>(bytes[ArrayAt(0)..]);
        return (block == 0 ? -1 : last[block - 1], last[block]);
    }

    /// <summary>Where the positions of a block begin in the section of positions.</summary>
    public long PositionsOffset(int block) => HasArrays
        ? Entry.PositionsOffset + MemoryMarshal.Cast<byte, uint>(Bytes[ArrayAt(8)..])[block]
        : Entry.PositionsOffset;

    /// <summary>Where an array begins, by the bytes a block that the arrays before it take.</summary>
    private int ArrayAt(int bytesPerBlock) => _arraysAt + HeadLength + (bytesPerBlock * BlockCount);

    /// <summary>The entry leads to the arrays; they begin with the length of the blocks before them.</summary>
    private void FindArrays()
    {
        long arrays = Entry.PostingsOffset;
        uint blocksLength = _section.ReadArray<uint>(arrays, 1)[0];
        long arraysLength = field.HasFrequencies
            ? HeadLength + ((ImpactsAt + 8L) * BlockCount) + ((long)sizeof(ulong) * GroupCount)
            : HeadLength + (8L * BlockCount);
        long length = blocksLength + arraysLength;
        _section.Require(
            blocksLength <= arrays && length <= int.MaxValue - BitPacking.Slack, $"a list of {length} bytes");
        _offset = arrays - blocksLength;
        _length = (int)length;
        _arraysAt = (int)blocksLength;
        _section.Read(_offset, _length);
    }

    /// <summary>The entry leads to the block; its own bytes say how long it is.</summary>
    private void FindShortBlock()
    {
        _offset = Entry.PostingsOffset;
        _length = 1 + BitPacking.ByteCount(Entry.DocFrequency, _section.Read(_offset, 1)[0]);
        _arraysAt = 0;
        if (field.HasFrequencies && Entry.TotalTermFrequency > Entry.DocFrequency)
        {
            _length += _section.PatchedLength(_offset + _length, Entry.DocFrequency);
        }

        _section.Read(_offset, _length);
    }
}
