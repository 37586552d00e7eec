using System.IO.Compression;

namespace Search.Corpus.Documents.Formats;

/// <summary>
/// A zip archive whose parts are unpacked only under limits: entries, size of all, and ratio of a part.
/// </summary>
internal sealed class ZipPackage : IDisposable
{
    private const long SmallPart = 1024 * 1024;
    private readonly MemoryStream _stream;
    private readonly ZipArchive _archive;
    private readonly CorpusOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    private ZipPackage(FileContent file)
    {
        _options = file.Options;
        _cancellation = file.Cancellation;
        _stream = new MemoryStream(file.Bytes, writable: false);
        _archive = new ZipArchive(_stream, ZipArchiveMode.Read);
    }

    /// <summary>Opens an archive in memory.</summary>
    /// <exception cref="ReadException">It has too many entries.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static ZipPackage Open(FileContent file)
    {
        ZipPackage package = new(file);
        CorpusOptions options = file.Options;
        try
        {
            if (package._archive.Entries.Count > options.MaxArchiveEntries)
            {
                throw new ReadException(
                    ReasonCodes.ArchiveBomb,
                    $"{package._archive.Entries.Count} entries; at most {options.MaxArchiveEntries} are read");
            }

            foreach (ZipArchiveEntry entry in package._archive.Entries)
            {
                package._entries.TryAdd(entry.FullName.Replace('\\', '/'), entry);
            }

            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <summary>True with a part of this name.</summary>
    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>Unpacks a part; null where there is none.</summary>
    /// <exception cref="ReadException">It breaks a limit.</exception>
    public MemoryStream? Read(string name)
    {
        if (!_entries.TryGetValue(name, out ZipArchiveEntry? entry))
        {
            return null;
        }

        // What the directory says of sizes is not believed: the limits hold for what comes out.
        long packed = Math.Max(1, entry.CompressedLength);
        long most = Math.Min(
            _options.MaxArchiveBytes - _unpacked,
            Math.Max(SmallPart, packed * _options.MaxExpansionRatio));
        using Stream source = entry.Open();
        MemoryStream result = new();
        byte[] buffer = new byte[81920];
        int read;
        while ((read = source.Read(buffer)) > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (result.Length + read > most)
            {
                throw new ReadException(ReasonCodes.ArchiveBomb,
                    $"the part '{name}' unpacks to more than {most} bytes");
            }

            result.Write(buffer, 0, read);
        }

        _unpacked += result.Length;
        result.Position = 0;
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _archive.Dispose();
        _stream.Dispose();
    }
}
