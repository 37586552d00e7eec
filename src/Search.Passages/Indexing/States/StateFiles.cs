using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Search.Engine;
using Search.Passages.Suggestions;

namespace Search.Passages.Indexing.States;

/// <summary>
/// The files that the re-indexer keeps in the index folder beside the engine's own, under <c>corpus/</c>: a state a
/// generation, named by the hash of its bytes, and the stamps of the files that were last looked at. A state is
/// written and flushed before the commit that names it; one that no commit names is left over from a crash, and swept
/// away.
/// </summary>
internal sealed class StateFiles(string indexFolder)
{
    private const string StampsName = "stamps.json.gz";
    private readonly string _folder = Path.Combine(indexFolder, "corpus");

    /// <summary>
    /// The bytes of a state and the name that it gives its file: equal states have equal names. The name is made of
    /// the JSON and not of its packed bytes, since how gzip packs the same text hangs on how it is handed over.
    /// </summary>
    public static string NameOf(CorpusState state, out byte[] bytes)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(state, StateJsonContext.Default.CorpusState);
        bytes = Pack(json);
        return $"state-{Digest(json)}.json.gz";
    }

    /// <summary>Whether the suggestions that belong to a state are there.</summary>
    public bool HasSuggestions(string stateName) => File.Exists(Path.Combine(_folder, SuggestionsOf(stateName)));

    /// <summary>The suggestions that belong to a state; null where there are none that can be read.</summary>
    public SuggestionTable? ReadSuggestions(string stateName)
    {
        try
        {
            return SuggestionTable.Read(File.ReadAllBytes(Path.Combine(_folder, SuggestionsOf(stateName))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // They are a convenience, and the next run makes them where they are missing.
            return null;
        }
    }

    /// <summary>Writes the suggestions that belong to a state.</summary>
    public void WriteSuggestions(string stateName, byte[] bytes) => WriteWhole(SuggestionsOf(stateName), bytes);

    /// <summary>Writes the bytes of a state, for a commit to name.</summary>
    public void Write(string name, byte[] bytes) => WriteWhole(name, bytes);

    /// <summary>Opens a state's file, so that it can be read even after it was swept away.</summary>
    /// <exception cref="IndexCorruptException">There is no such file.</exception>
    public FileStream OpenState(string name)
    {
        try
        {
            return new FileStream(
                Path.Combine(_folder, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IndexCorruptException("corpus/" + name, "state", "the file is missing");
        }
    }

    /// <summary>Reads a state; the stream is left open.</summary>
    /// <exception cref="IndexCorruptException">The bytes are not what was written.</exception>
    public static CorpusState Read(FileStream file)
    {
        string name = "corpus/" + Path.GetFileName(file.Name);
        try
        {
            file.Position = 0;
            using var unpacked = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            using var json = new MemoryStream();
            unpacked.CopyTo(json);
            ReadOnlySpan<byte> bytes = json.GetBuffer().AsSpan(0, (int)json.Length);
            if (!name.Contains(Digest(bytes), StringComparison.Ordinal))
            {
                throw new IndexCorruptException(name, "state", "its text is not the one that its name was made of");
            }

            return JsonSerializer.Deserialize(bytes, StateJsonContext.Default.CorpusState)
                ?? throw new IndexCorruptException(name, "state", "it holds nothing");
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or EndOfStreamException)
        {
            throw new IndexCorruptException(name, "state", e.Message);
        }
    }

    /// <summary>
    /// The stamps of the last look at the folder, by path; empty where there are none or they cannot be read.
    /// </summary>
    public IReadOnlyDictionary<string, FileStamp> ReadStamps()
    {
        try
        {
            using var file = new FileStream(Path.Combine(_folder, StampsName), FileMode.Open, FileAccess.Read);
            using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            IReadOnlyList<FileStamp> stamps =
                JsonSerializer.Deserialize(unpacked, StateJsonContext.Default.IReadOnlyListFileStamp) ?? [];
            return stamps.ToDictionary(stamp => stamp.Path, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidDataException or ArgumentException)
        {
            // They only save work: without them every file is hashed once.
            return new Dictionary<string, FileStamp>();
        }
    }

    /// <summary>Replaces the stamps.</summary>
    public void WriteStamps(IReadOnlyList<FileStamp> stamps) => WriteWhole(
        StampsName,
        Pack(JsonSerializer.SerializeToUtf8Bytes(stamps, StateJsonContext.Default.IReadOnlyListFileStamp)));

    /// <summary>
    /// Takes away every state but the one named; one that is in use elsewhere is left for the next time.
    /// </summary>
    public void Sweep(string keptName)
    {
        foreach (string path in Directory.EnumerateFiles(_folder))
        {
            string name = Path.GetFileName(path);
            if (name == keptName || name == StampsName || name == SuggestionsOf(keptName))
            {
                continue;
            }

            try
            {
                File.Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
            }
        }
    }

    private static string SuggestionsOf(string stateName) =>
        stateName.Replace(
            "state-",
            string.Create(CultureInfo.InvariantCulture, $"suggest-{SuggestionTable.Version}-"),
            StringComparison.Ordinal)
            .Replace(".json.gz", ".bin", StringComparison.Ordinal);

    private static string Digest(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json))[..16];

    private static byte[] Pack(byte[] json)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(json);
        }

        return packed.ToArray();
    }

    private void WriteWhole(string name, byte[] bytes)
    {
        _ = Directory.CreateDirectory(_folder);
        string path = Path.Combine(_folder, name);
        string part = path + ".part";
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
    }
}
