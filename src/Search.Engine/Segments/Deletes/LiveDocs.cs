using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Search.Engine.Codecs;
using Search.Engine.Storage;

namespace Search.Engine.Segments.Deletes;

/// <summary>Which documents of a segment are not deleted, as a bitset, and the file that keeps it.</summary>
internal sealed class LiveDocs
{
    private const ulong Magic = 0x0A_45_56_49_4C_43_52_53; // "SRCLIVE" and a line feed
    private const int HeadLength = 16;

    private readonly ulong[] _words;

    private LiveDocs(int docCount, ulong[] words)
    {
        DocCount = docCount;
        _words = words;
        foreach (ulong word in words)
        {
            LiveCount += BitOperations.PopCount(word);
        }
    }

    /// <summary>Documents, deleted ones included.</summary>
    public int DocCount { get; }

    /// <summary>Documents that are not deleted.</summary>
    public int LiveCount { get; private set; }

    /// <summary>Bit <c>d % 64</c> of word <c>d / 64</c> is set where document <c>d</c> is live.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>A set in which every document is live.</summary>
    public static LiveDocs All(int docCount)
    {
        ulong[] words = new ulong[(docCount + 63) / 64];
        words.AsSpan().Fill(ulong.MaxValue);
        if (docCount % 64 != 0)
        {
            words[^1] = (1UL << (docCount % 64)) - 1;
        }

        return new LiveDocs(docCount, words);
    }

    /// <summary>A copy that can be changed by itself.</summary>
    public LiveDocs Copy() => new(DocCount, (ulong[])_words.Clone());

    /// <summary>Whether a document is live.</summary>
    public bool IsLive(int docId) => (_words[docId >> 6] >> (docId & 63) & 1) != 0;

    /// <summary>Deletes a document; false where it was deleted before.</summary>
    public bool Delete(int docId)
    {
        if (!IsLive(docId))
        {
            return false;
        }

        _words[docId >> 6] &= ~(1UL << (docId & 63));
        LiveCount--;
        return true;
    }

    /// <summary>Reads the file of a set.</summary>
    /// <exception cref="IndexCorruptException">It is not what was written, or not of so many documents.</exception>
    public static LiveDocs Read(IndexStorage storage, string name, int docCount)
    {
        using MappedBytes mapped = storage.OpenMapped(name);
        int wordCount = (docCount + 63) / 64;
        long length = HeadLength + (wordCount * (long)sizeof(ulong)) + sizeof(uint);
        Require(mapped.Length == length, name, $"{mapped.Length} bytes where {length} are due");
        ReadOnlySpan<byte> bytes = mapped.Slice(0, (int)length);
        uint checksum = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]);
        Require(Checksum.Of(bytes[..^sizeof(uint)]) == checksum, name, "the checksum differs");
        Require(BinaryPrimitives.ReadUInt64LittleEndian(bytes) == Magic, name, "no magic number");
        Require(BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]) == docCount, name, "another number of documents");
        ulong[] words = MemoryMarshal.Cast<byte, ulong>(bytes.Slice(HeadLength, wordCount * sizeof(ulong))).ToArray();
        var live = new LiveDocs(docCount, words);
        Require(live.LiveCount == BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]), name, "another number of bits");
        Require(docCount % 64 == 0 || words[^1] >> (docCount % 64) == 0, name, "bits behind the last document");
        return live;
    }

    /// <summary>Writes the set to a file and makes its bytes durable.</summary>
    public void Write(IndexStorage storage, string name)
    {
        var bytes = new ByteBuffer((_words.Length * sizeof(ulong)) + HeadLength + sizeof(uint));
        bytes.WriteUInt64(Magic);
        bytes.WriteUInt32((uint)DocCount);
        bytes.WriteUInt32((uint)LiveCount);
        bytes.Write(MemoryMarshal.AsBytes<ulong>(_words));
        bytes.WriteUInt32(Checksum.Of(bytes.Span));
        using StorageFile file = storage.Create(name);
        file.Write(bytes.Span);
        file.Sync();
    }

    private static void Require(bool condition, string file, string reason)
    {
        if (!condition)
        {
            throw new IndexCorruptException(file, "live docs", reason);
        }
    }
}
