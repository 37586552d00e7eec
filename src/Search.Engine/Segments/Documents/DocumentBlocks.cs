using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Search.Engine.Codecs;
using Search.Engine.Segments.Files;

namespace Search.Engine.Segments.Documents;

/// <summary>Reads stored values on disk; keeps a few blocks decompressed. Safe for use by several threads.</summary>
internal sealed class DocumentBlocks
{
    private const int MaxRawLength = 1 << 30;

    /// <summary>Most blocks that are kept, of some 8 KB each: who reads on, or asks again, meets the same.</summary>
    private const int MostKept = 512;

    private readonly SegmentSection _blocks;
    private readonly SegmentSection _index;
    private readonly int _docCount;
    private readonly Cached?[] _cache;

    /// <summary>Opens the stored values of a segment.</summary>
    /// <exception cref="IndexCorruptException">The index has no legal length.</exception>
    public DocumentBlocks(SegmentFile file)
    {
        _docCount = file.DocCount;
        _blocks = file.Section(SectionKind.Documents, 0);
        _index = file.Section(SectionKind.DocumentIndex, 0);
        long count = (_index.Length / (sizeof(long) + sizeof(int))) - 1;
        bool fits = count is >= 0 and < int.MaxValue && _index.Length % (sizeof(long) + sizeof(int)) == 0;
        _index.Require(fits, $"{_index.Length} bytes");
        BlockCount = (int)count;
        _cache = new Cached?[Math.Clamp(BlockCount, 1, MostKept)];
    }

    /// <summary>Number of blocks.</summary>
    public int BlockCount { get; }

    /// <summary>The first document of a block; for <see cref="BlockCount"/> the number of documents.</summary>
    public int FirstDoc(int block) =>
        _index.ReadArray<int>(((BlockCount + 1L) * sizeof(long)) + ((long)block * sizeof(int)), 1)[0];

    /// <summary>The compressed bytes of a block.</summary>
    public ReadOnlySpan<byte> Block(int block)
    {
        ReadOnlySpan<long> bounds = _index.ReadArray<long>((long)block * sizeof(long), 2);
        long length = bounds[1] - bounds[0];
        _index.Require(length is > sizeof(int) and < int.MaxValue, $"block {block} of {length} bytes");
        return _blocks.Read(bounds[0], (int)length);
    }

    /// <summary>The encoded values of a document.</summary>
    /// <param name="docId">0 to the number of documents less one.</param>
    public ReadOnlySpan<byte> Encoded(int docId)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, _docCount);
        ReadOnlySpan<int> firstDocs = _index.ReadArray<int>((BlockCount + 1L) * sizeof(long), BlockCount + 1);
        int block = SortedSearch.Gallop(firstDocs, 0, docId + 1) - 1;
        _index.Require(block >= 0 && block < BlockCount, $"document {docId} is in no block");
        Cached cached = Decompress(block);
        int place = docId - firstDocs[block];
        _index.Require(place < cached.Ends.Length, $"block {block} has {cached.Ends.Length} documents");
        int start = place == 0 ? cached.Start : cached.Ends[place - 1];
        return cached.Raw.AsSpan(start, cached.Ends[place] - start);
    }

    /// <summary>The values of a document, in the order they were added.</summary>
    public List<StoredValue> Read(int docId)
    {
        ReadOnlySpan<byte> encoded = Encoded(docId);
        List<StoredValue> values = [];
        int at = 0;
        try
        {
            while (at < encoded.Length)
            {
                int field = VarInt.ReadInt(encoded, ref at);
                int length = VarInt.ReadInt(encoded, ref at);
                _blocks.Require(length <= encoded.Length - at, $"a value of {length} bytes in document {docId}");
                values.Add(new StoredValue(field, Encoding.UTF8.GetString(encoded.Slice(at, length))));
                at += length;
            }
        }
        catch (InvalidDataException exception)
        {
            throw _blocks.Corrupt(exception.Message);
        }

        return values;
    }

    private Cached Decompress(int block)
    {
        ref Cached? slot = ref _cache[block % _cache.Length];
        Cached? held = Volatile.Read(ref slot);
        if (held is null || held.Block != block)
        {
            held = Decompress(block, Block(block));
            Volatile.Write(ref slot, held);
        }

        return held;
    }

    private Cached Decompress(int block, ReadOnlySpan<byte> bytes)
    {
        int rawLength = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        _blocks.Require(rawLength is > 0 and <= MaxRawLength, $"block {block} of {rawLength} bytes");
        byte[] raw = GC.AllocateUninitializedArray<byte>(rawLength); // all of it is written, or it is refused
        bool isWhole = BrotliDecoder.TryDecompress(bytes[sizeof(int)..], raw, out int written) && written == rawLength;
        _blocks.Require(isWhole, $"block {block} does not decompress to {rawLength} bytes");
        int at = 0;
        try
        {
            int count = VarInt.ReadInt(raw, ref at);
            _blocks.Require(count <= rawLength, $"block {block} of {count} documents");
            int[] ends = new int[count];
            int total = 0;
            for (int i = 0; i < count; i++)
            {
                total = checked(total + VarInt.ReadInt(raw, ref at));
                ends[i] = total;
            }

            _blocks.Require(total == rawLength - at, $"block {block} holds {rawLength - at} bytes, not {total}");
            for (int i = 0; i < count; i++)
            {
                ends[i] += at;
            }

            return new Cached(block, raw, at, ends);
        }
        catch (Exception exception) when (exception is InvalidDataException or OverflowException)
        {
            throw _blocks.Corrupt($"block {block}: {exception.Message}");
        }
    }

    private sealed record Cached(int Block, byte[] Raw, int Start, int[] Ends);
}
