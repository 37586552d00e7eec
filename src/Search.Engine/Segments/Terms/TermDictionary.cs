using System.Buffers;
using System.Runtime.InteropServices;
using Search.Engine.Segments.Files;

namespace Search.Engine.Segments.Terms;

/// <summary>
/// The terms of one inverted field on disk. Opening reads sixteen bytes. Safe for use by several threads.
/// </summary>
internal sealed class TermDictionary
{
    private const int HeadLength = 16;
    private const int MaxStackLength = 256;

    private readonly SegmentSection _blocks;
    private readonly SegmentSection _index;
    private readonly SegmentSection? _letters;
    private readonly int _keysLength;

    /// <summary>Opens the dictionary of an inverted field.</summary>
    /// <exception cref="IndexCorruptException">Lengths do not fit together.</exception>
    public TermDictionary(SegmentFile file, int field, bool hasPositions)
    {
        HasPositions = hasPositions;
        _blocks = file.Section(SectionKind.Terms, field);
        _index = file.Section(SectionKind.TermIndex, field);
        ReadOnlySpan<ulong> head = _index.ReadArray<ulong>(0, 2);
        _index.Require(head[0] <= int.MaxValue && head[1] <= int.MaxValue, $"{head[0]} terms, {head[1]} bytes of keys");
        Count = (int)head[0];
        _keysLength = (int)head[1];
        BlockCount = (Count + TermDictionaryWriter.BlockSize - 1) / TermDictionaryWriter.BlockSize;
        long length = HeadLength + ((BlockCount + 1L) * sizeof(long)) + (BlockCount * (long)sizeof(int)) + _keysLength;
        bool isWhole = _index.Length == length && length < int.MaxValue - sizeof(ulong);
        _index.Require(isWhole, $"{_index.Length} bytes where {length} are due");
        if (file.TrySection(SectionKind.TermLetters, field, out _letters))
        {
            long due = (long)Count * sizeof(uint);
            _letters.Require(_letters.Length == due, $"{_letters.Length} bytes where {due} are due");
        }
    }

    /// <summary>Number of terms.</summary>
    public int Count { get; }

    /// <summary>Number of blocks.</summary>
    public int BlockCount { get; }

    /// <summary>Whether entries carry a frequency and positions.</summary>
    public bool HasPositions { get; }

    /// <summary>Whether the letters of the terms are kept.</summary>
    public bool HasLetters => _letters is not null;

    /// <summary>The letters of every term (see <see cref="TermLetters"/>); empty where they are not kept.</summary>
    public ReadOnlySpan<uint> Letters =>
        _letters is null ? [] : MemoryMarshal.Cast<byte, uint>(_letters.ReadAll())[..Count];

    /// <summary>The bytes of a block.</summary>
    public ReadOnlySpan<byte> Block(int block)
    {
        ReadOnlySpan<long> bounds = MemoryMarshal.Cast<byte, long>(_index.ReadAll()[HeadLength..]);
        long length = bounds[block + 1] - bounds[block];
        _index.Require(length is > 0 and <= int.MaxValue, $"block {block} of {length} bytes");
        return _blocks.Read(bounds[block], (int)length);
    }

    /// <summary>
    /// The last block whose first term may be at or before <paramref name="term"/>; -1 if there is none.
    /// </summary>
    public int FindBlock(ReadOnlySpan<byte> term)
    {
        ReadOnlySpan<byte> index = _index.ReadAll()[(HeadLength + ((BlockCount + 1) * sizeof(long)))..];
        ReadOnlySpan<int> ends = MemoryMarshal.Cast<byte, int>(index)[..BlockCount];
        ReadOnlySpan<byte> keys = index.Slice(BlockCount * sizeof(int), _keysLength);
        int low = 0;
        int high = BlockCount;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            int start = middle == 0 ? 0 : ends[middle - 1];
            if (keys[start..ends[middle]].SequenceCompareTo(term) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    /// <summary>
    /// The first and the last of the blocks that can hold a term that begins with some bytes; where there is no block
    /// at all, a last before the first.
    /// </summary>
    public (int First, int Last) FindBlocks(ReadOnlySpan<byte> prefix)
    {
        int first = Math.Max(FindBlock(prefix), 0);
        int length = prefix.LastIndexOfAnyExcept(byte.MaxValue) + 1;
        if (length == 0)
        {
            return (first, BlockCount - 1);
        }

        byte[]? rented = length > MaxStackLength ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> behind = rented ?? stackalloc byte[MaxStackLength];
        behind = behind[..length];
        prefix[..length].CopyTo(behind);
        behind[^1]++;
        int last = FindBlock(behind);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return (first, last);
    }

    /// <summary>Bytes that stand between the last term of the block before and the first term of a block.</summary>
    public ReadOnlySpan<byte> Key(int block)
    {
        ReadOnlySpan<byte> index = _index.ReadAll()[(HeadLength + ((BlockCount + 1) * sizeof(long)))..];
        ReadOnlySpan<int> ends = MemoryMarshal.Cast<byte, int>(index)[..BlockCount];
        ReadOnlySpan<byte> keys = index.Slice(BlockCount * sizeof(int), _keysLength);
        return keys[(block == 0 ? 0 : ends[block - 1])..ends[block]];
    }

    /// <summary>The exception for a block that cannot be read.</summary>
    public IndexCorruptException CorruptBlock(int block, string reason) => _blocks.Corrupt($"block {block}: {reason}");
}
