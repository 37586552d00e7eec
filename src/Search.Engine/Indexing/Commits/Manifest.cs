using System.Buffers.Binary;
using System.Text;
using Search.Engine.Codecs;
using Search.Engine.Storage;

namespace Search.Engine.Indexing.Commits;

/// <summary>
/// One commit: which segments it has, and what it was written with. It is written beside the last one and renamed over
/// it, so there is always one whole manifest.
/// </summary>
/// <param name="Generation">1 for the first commit, then one more each time.</param>
/// <param name="NextSegment">Number of the next segment; numbers are never used twice.</param>
/// <param name="Fingerprint">Fields and analyzers the index was written with, part by part.</param>
/// <param name="Segments">The segments in the order of their documents.</param>
/// <param name="UserData">What the caller of the commit gave.</param>
internal sealed record Manifest(
    long Generation,
    long NextSegment,
    IReadOnlyDictionary<string, string> Fingerprint,
    IReadOnlyList<SegmentRecord> Segments,
    IReadOnlyDictionary<string, string> UserData)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "manifest";

    private const string PendingName = "manifest.tmp";
    private const ulong Magic = 0x0A_54_4D_43_48_43_52_53; // "SRCHCMT" and a line feed
    private const uint Version = 1;
    private const int HeadLength = 12;

    /// <summary>Documents that are not deleted.</summary>
    public long LiveCount => Segments.Sum(segment => (long)segment.LiveCount);

    /// <summary>What is told of the commit.</summary>
    public CommitInfo Info => new(Generation, LiveCount, UserData);

    /// <summary>Reads the last commit; null where there is none.</summary>
    /// <exception cref="IndexCorruptException">It is not what was written.</exception>
    public static Manifest? TryRead(IndexStorage storage)
    {
        MappedBytes mapped;
        try
        {
            mapped = storage.OpenMapped(FileName);
        }
        catch (FileNotFoundException)
        {
            return null;
        }

        using (mapped)
        {
            Require(mapped.Length is > HeadLength + sizeof(uint) and <= int.MaxValue, $"{mapped.Length} bytes");
            ReadOnlySpan<byte> bytes = mapped.Slice(0, (int)mapped.Length);
            uint checksum = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]);
            bytes = bytes[..^sizeof(uint)];
            Require(Checksum.Of(bytes) == checksum, "the checksum differs");
            Require(BinaryPrimitives.ReadUInt64LittleEndian(bytes) == Magic, "no magic number");
            uint version = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
            Require(version == Version, $"version {version}, not {Version}");
            try
            {
                return Decode(bytes[HeadLength..]);
            }
            catch (Exception exception) when (exception is InvalidDataException or ArgumentException)
            {
                throw new IndexCorruptException(FileName, "body", exception.Message);
            }
        }
    }

    /// <summary>Makes this the last commit; everything it names is durable before.</summary>
    public void Write(IndexStorage storage)
    {
        ByteBuffer bytes = Encode();
        using (StorageFile file = storage.Create(PendingName))
        {
            file.Write(bytes.Span);
            file.Sync();
        }

        storage.SyncFolder(); // the names of new segments, before anything names them
        storage.Rename(PendingName, FileName);
        storage.SyncFolder();
    }

    private static Manifest Decode(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        long generation = (long)VarInt.Read(bytes, ref at);
        long nextSegment = (long)VarInt.Read(bytes, ref at);
        Dictionary<string, string> fingerprint = ReadPairs(bytes, ref at);
        int count = VarInt.ReadInt(bytes, ref at);
        List<SegmentRecord> segments = [];
        for (int i = 0; i < count; i++)
        {
            segments.Add(new SegmentRecord(
                ReadText(bytes, ref at),
                VarInt.ReadInt(bytes, ref at),
                VarInt.ReadInt(bytes, ref at),
                (long)VarInt.Read(bytes, ref at),
                ReadText(bytes, ref at)));
        }

        Dictionary<string, string> userData = ReadPairs(bytes, ref at);
        Require(at == bytes.Length, $"{bytes.Length - at} bytes too many");
        return new Manifest(generation, nextSegment, fingerprint, segments, userData);
    }

    private static Dictionary<string, string> ReadPairs(ReadOnlySpan<byte> bytes, ref int at)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int left = VarInt.ReadInt(bytes, ref at); left > 0; left--)
        {
            string key = ReadText(bytes, ref at);
            pairs.Add(key, ReadText(bytes, ref at));
        }

        return pairs;
    }

    private static string ReadText(ReadOnlySpan<byte> bytes, ref int at)
    {
        int length = VarInt.ReadInt(bytes, ref at);
        if (length > bytes.Length - at)
        {
            throw new InvalidDataException($"a text of {length} bytes where {bytes.Length - at} are left");
        }

        at += length;
        return Encoding.UTF8.GetString(bytes.Slice(at - length, length));
    }

    private static void WritePairs(ByteBuffer bytes, IReadOnlyDictionary<string, string> pairs)
    {
        bytes.WriteVarInt((ulong)pairs.Count);
        foreach ((string key, string value) in pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            WriteText(bytes, key);
            WriteText(bytes, value);
        }
    }

    private static void WriteText(ByteBuffer bytes, string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        bytes.WriteVarInt((ulong)utf8.Length);
        bytes.Write(utf8);
    }

    private static void Require(bool condition, string reason)
    {
        if (!condition)
        {
            throw new IndexCorruptException(FileName, "commit", reason);
        }
    }

    private ByteBuffer Encode()
    {
        var bytes = new ByteBuffer();
        bytes.WriteUInt64(Magic);
        bytes.WriteUInt32(Version);
        bytes.WriteVarInt((ulong)Generation);
        bytes.WriteVarInt((ulong)NextSegment);
        WritePairs(bytes, Fingerprint);
        bytes.WriteVarInt((ulong)Segments.Count);
        foreach (SegmentRecord segment in Segments)
        {
            WriteText(bytes, segment.FileName);
            bytes.WriteVarInt((ulong)segment.DocCount);
            bytes.WriteVarInt((ulong)segment.LiveCount);
            bytes.WriteVarInt((ulong)segment.FileLength);
            WriteText(bytes, segment.LiveDocsFile);
        }

        WritePairs(bytes, UserData);
        bytes.WriteUInt32(Checksum.Of(bytes.Span));
        return bytes;
    }
}
