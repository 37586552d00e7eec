using Search.Engine.Indexing.Commits;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Deletes;
using Search.Engine.Segments.Documents;
using Search.Engine.Storage;

namespace Search.Engine.Indexing;

/// <summary>
/// One commit, open for reading: immutable, and safe for use by any number of threads. It is counted: it starts with
/// one holder, <see cref="TryAcquire"/> adds one, <see cref="Dispose"/> takes one away, and the files are unmapped with
/// the last, so a snapshot can be swapped for a newer one while searches still run over it.
/// </summary>
public sealed class IndexSnapshot : IDisposable
{
    private readonly SegmentReader[] _segments;
    private int _holders = 1;

    private IndexSnapshot(IndexSchema schema, Manifest manifest, SegmentReader[] segments)
    {
        Schema = schema;
        Commit = manifest.Info;
        _segments = segments;
    }

    /// <summary>What the commit says of itself.</summary>
    public CommitInfo Commit { get; }

    /// <summary>The schema it was opened with.</summary>
    public IndexSchema Schema { get; }

    /// <summary>Documents that are not deleted.</summary>
    public long DocCount => Commit.DocCount;

    /// <summary>The segments in the order of their documents.</summary>
    internal IReadOnlyList<SegmentView> Segments => _segments;

    /// <summary>Opens the last commit; null where there is none.</summary>
    /// <exception cref="IndexSchemaMismatchException">The index was written with another schema.</exception>
    /// <exception cref="IndexCorruptException">The commit cannot be read.</exception>
    public static IndexSnapshot? TryOpen(IndexStorage storage, IndexSchema schema)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(schema);
        Manifest? manifest = Manifest.TryRead(storage);
        while (manifest is not null)
        {
            SchemaFingerprint.Check(manifest.Fingerprint, schema);
            try
            {
                return new IndexSnapshot(schema, manifest, OpenSegments(storage, schema, manifest));
            }
            catch (FileNotFoundException exception)
            {
                // A writer may have committed, and deleted what was old, since the manifest was read.
                Manifest? newer = Manifest.TryRead(storage);
                if (newer is null || newer.Generation == manifest.Generation)
                {
                    string name = Path.GetFileName(exception.FileName ?? "");
                    throw new IndexCorruptException(name, "file", "it is missing");
                }

                manifest = newer;
            }
        }

        return null;
    }

    /// <summary>The stored values of a document.</summary>
    /// <param name="segment">Place of its segment among the snapshot's.</param>
    /// <param name="docId">Its doc id there.</param>
    /// <exception cref="IndexCorruptException">Its bytes are not what was written.</exception>
    public StoredDocument Stored(int segment, int docId)
    {
        SegmentReader reader = _segments[segment];
        var values = new List<KeyValuePair<string, string>>();
        foreach (StoredValue value in reader.Documents.Read(docId))
        {
            if (value.Field >= Schema.Fields.Count)
            {
                throw new IndexCorruptException(reader.File.Name, "Documents/0", $"field {value.Field}");
            }

            values.Add(new KeyValuePair<string, string>(Schema.Fields[value.Field].Name, value.Text));
        }

        return new StoredDocument(values);
    }

    /// <summary>
    /// Bytes that lists of pairs of words take of the index: what phrases of common words are found by.
    /// </summary>
    public long PairBytes => _segments.Sum(segment => segment.PairBytes);

    /// <summary>Adds a holder; false where the last one has gone, and the snapshot must not be used any more.</summary>
    public bool TryAcquire()
    {
        int holders = Volatile.Read(ref _holders);
        while (holders > 0)
        {
            int seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return true;
            }

            holders = seen;
        }

        return false;
    }

    /// <summary>Takes a holder away; each holder calls it once.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _holders) != 0)
        {
            return;
        }

        foreach (SegmentReader segment in _segments)
        {
            segment.Dispose();
        }
    }

    private static SegmentReader[] OpenSegments(IndexStorage storage, IndexSchema schema, Manifest manifest)
    {
        List<SegmentReader> readers = [];
        try
        {
            foreach (SegmentRecord record in manifest.Segments)
            {
                LiveDocs? live = record.LiveDocsFile.Length == 0
                    ? null
                    : LiveDocs.Read(storage, record.LiveDocsFile, record.DocCount);
                readers.Add(SegmentReader.Open(storage, record.FileName, schema, live));
                Check(record, readers[^1]);
            }

            return [.. readers];
        }
        catch
        {
            foreach (SegmentReader reader in readers)
            {
                reader.Dispose();
            }

            throw;
        }
    }

    private static void Check(SegmentRecord record, SegmentReader reader)
    {
        bool fits = reader.File.Length == record.FileLength
            && reader.DocCount == record.DocCount
            && reader.LiveDocCount == record.LiveCount;
        if (!fits)
        {
            string found = $"{reader.File.Length} bytes, {reader.LiveDocCount} of {reader.DocCount} documents";
            throw new IndexCorruptException(
                record.FileName,
                "file",
                $"{found}; the commit says {record.FileLength} bytes, {record.LiveCount} of {record.DocCount}");
        }
    }
}
