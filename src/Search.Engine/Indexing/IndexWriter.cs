using System.Globalization;
using System.Text;
using Search.Engine.Indexing.Buffers;
using Search.Engine.Indexing.Commits;
using Search.Engine.Indexing.Merges;
using Search.Engine.Schemas;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;
using Search.Engine.Storage;

namespace Search.Engine.Indexing;

/// <summary>
/// Adds documents to an index and deletes them. Nothing is seen by readers, and nothing survives a crash, before
/// <see cref="Commit"/> returns. One writer an index at a time; owned by one thread. After an exception other than of a
/// wrong argument it can only be disposed, or brought back to the last commit by <see cref="Rollback"/>.
/// </summary>
public sealed class IndexWriter : IDisposable
{
    private const string SegmentExtension = ".seg";
    private const string LiveDocsExtension = ".live";
    private const string PendingExtension = ".tmp";

    private readonly IndexStorage _storage;
    private readonly IndexSchema _schema;
    private readonly IndexWriterOptions _options;
    private readonly IDisposable _lock;
    private readonly MergePolicy _policy;
    private readonly DocumentBuffer _buffer;
    private readonly Dictionary<(int Field, string Value), int> _deletes = [];
    private readonly List<WriterSegment> _segments = [];
    private readonly HashSet<string> _languages = new(StringComparer.Ordinal);
    private Dictionary<string, string> _fingerprint = [];
    private Manifest? _committed;
    private long _nextSegment;
    private bool _isChanged;
    private bool _isBroken;
    private bool _isDisposed;

    private IndexWriter(IndexStorage storage, IndexSchema schema, IndexWriterOptions options, IDisposable held)
    {
        _storage = storage;
        _schema = schema;
        _options = options;
        _lock = held;
        _policy = new MergePolicy(options.MergeFactor, options.MaxMergedDocCount);
        _buffer = new DocumentBuffer(storage, schema);
    }

    /// <summary>Opens an index for writing; an empty storage becomes an empty index at the first commit.</summary>
    /// <exception cref="IOException">Another writer holds the lock, or the disk fails.</exception>
    /// <exception cref="IndexSchemaMismatchException">The index was written with another schema.</exception>
    /// <exception cref="IndexCorruptException">The last commit cannot be read.</exception>
    public static IndexWriter Open(IndexStorage storage, IndexSchema schema, IndexWriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(schema);
        options ??= new IndexWriterOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MergeFactor, 2, nameof(options));
        var writer = new IndexWriter(storage, schema, options, storage.Lock());
        try
        {
            writer.Load();
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Adds a document; it is copied, so the caller may reuse it.</summary>
    /// <exception cref="ArgumentException">A value does not fit the schema; the document was not added.</exception>
    public void Add(IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        RequireUsable();
        _buffer.Add(document);
        if (_languages.Add(document.Language ?? ""))
        {
            SchemaFingerprint.AddLanguage(_fingerprint, _schema, document.Language);
        }

        _isChanged = true;
        if (_buffer.MemoryInBytes >= _options.BufferSizeInBytes)
        {
            Guarded(Flush);
        }
    }

    /// <summary>Deletes all documents added so far that have this value in a keyword field.</summary>
    /// <exception cref="ArgumentException">The schema has no such keyword field.</exception>
    public void DeleteByKeyword(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        RequireUsable();
        if (!_schema.TryGetField(field, out FieldDefinition? definition) || definition.Kind != FieldKind.Keyword)
        {
            throw new ArgumentException($"The schema has no keyword field '{field}'.", nameof(field));
        }

        // Later documents may have the value again: only those before the bound are meant.
        _deletes[(_schema.Inverted(definition, TermForm.Exact).Number, value)] = _buffer.DocCount;
    }

    /// <summary>
    /// Makes everything since the last commit durable and visible to snapshots opened from now on. Where nothing
    /// changed,
    /// the last commit stands and is returned.
    /// </summary>
    /// <param name="userData">Kept with the commit; null keeps what the last commit had.</param>
    /// <exception cref="IOException">The disk fails; the last commit stands.</exception>
    public CommitInfo Commit(IReadOnlyDictionary<string, string>? userData = null)
    {
        RequireUsable();
        Guarded(() => WriteCommit(userData));
        return _committed!.Info; // written just now, or before
    }

    /// <summary>Merges all segments into one without deleted documents; a commit makes it visible.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing changed.</exception>
    public void MergeAll(CancellationToken cancellation = default)
    {
        RequireUsable();
        Guarded(Flush);
        if (_segments.Count > 1 || (_segments.Count == 1 && _segments[0].LiveCount < _segments[0].DocCount))
        {
            Guarded(() => Merge(0, _segments.Count, cancellation));
        }
    }

    /// <summary>Forgets everything since the last commit.</summary>
    public void Rollback()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _isBroken = true;
        _buffer.Clear();
        _deletes.Clear();
        Load();
        _isBroken = false;
    }

    /// <summary>Forgets what was not committed and gives the lock back.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        CloseSegments();
        _buffer.Dispose();
        _lock.Dispose();
    }

    private void RequireUsable()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_isBroken)
        {
            throw new InvalidOperationException("The writer failed before: roll it back or dispose of it.");
        }
    }

    private void Guarded(Action action)
    {
        _isBroken = true;
        try
        {
            action();
        }
        catch (OperationCanceledException)
        {
            _isBroken = false; // a cancelled merge changed nothing
            throw;
        }

        _isBroken = false;
    }

    private void Load()
    {
        CloseSegments();
        _committed = Manifest.TryRead(_storage);
        _nextSegment = _committed?.NextSegment ?? 1;
        _fingerprint = SchemaFingerprint.Of(_schema);
        _languages.Clear();
        _isChanged = false;
        if (_committed is not null)
        {
            SchemaFingerprint.Check(_committed.Fingerprint, _schema);
            _fingerprint = new Dictionary<string, string>(_committed.Fingerprint, StringComparer.Ordinal);
            foreach (SegmentRecord record in _committed.Segments)
            {
                AddSegment(record);
            }
        }

        DeleteUnused();
    }

    private void AddSegment(SegmentRecord record) => _segments.Add(new WriterSegment(_storage, _schema, record));

    private void CloseSegments()
    {
        foreach (WriterSegment segment in _segments)
        {
            segment.Dispose();
        }

        _segments.Clear();
    }

    /// <summary>Writes the buffer as a segment and applies the pending deletes to all segments.</summary>
    private void Flush()
    {
        int added = -1;
        if (_buffer.DocCount > 0)
        {
            int docCount = _buffer.DocCount;
            string name = NextName();
            long length = _buffer.Write(name);
            added = _segments.Count;
            AddSegment(new SegmentRecord(name, docCount, docCount, length, ""));
        }

        foreach (((int field, string value), int bound) in _deletes)
        {
            byte[] term = Encoding.UTF8.GetBytes(value);
            for (int i = 0; i < _segments.Count; i++)
            {
                Delete(_segments[i], _schema.InvertedFields[field], term, i == added ? bound : int.MaxValue);
            }
        }

        _deletes.Clear();
        for (int i = _segments.Count - 1; i >= 0; i--)
        {
            if (_segments[i].LiveCount == 0)
            {
                _segments[i].Dispose();
                _segments.RemoveAt(i);
            }
        }
    }

    private void Delete(WriterSegment segment, InvertedField field, byte[] term, int bound)
    {
        if (!segment.Reader.TryFindTerm(field, term, out TermEntry entry))
        {
            return;
        }

        PostingsCursor postings = segment.Reader.Postings(field, entry);
        while (postings.Next() < bound && postings.DocId != DocCursor.End)
        {
            int before = segment.LiveCount;
            segment.Delete(postings.DocId);
            _isChanged |= segment.LiveCount != before;
        }
    }

    private void Merge(int start, int count, CancellationToken cancellation)
    {
        var sources = new MergeSource[count];
        int place = 0;
        for (int i = 0; i < count; i++)
        {
            WriterSegment segment = _segments[start + i];
            sources[i] = new MergeSource(segment.Reader, segment.LiveDocs, place);
            place = checked(place + segment.LiveCount);
        }

        string name = NextName();
        (int docCount, long length) = new SegmentMerger(_storage, _schema, sources, cancellation).Merge(name);
        for (int i = 0; i < count; i++)
        {
            _segments[start + i].Dispose();
        }

        AddSegment(new SegmentRecord(name, docCount, docCount, length, ""));
        _segments[start] = _segments[^1];
        _segments.RemoveAt(_segments.Count - 1);
        _segments.RemoveRange(start + 1, count - 1);
        _isChanged = true;
    }

    private void WriteCommit(IReadOnlyDictionary<string, string>? userData)
    {
        Flush();
        while (true)
        {
            (int start, int count) = _policy.Choose(
                [.. _segments.Select(segment => segment.LiveCount)],
                [.. _segments.Select(segment => segment.DocCount)]);
            if (count == 0)
            {
                break;
            }

            Merge(start, count, CancellationToken.None);
        }

        IReadOnlyDictionary<string, string> before = _committed?.UserData ?? new Dictionary<string, string>();
        bool isSameData = userData is null
            || (userData.Count == before.Count
                && userData.All(pair => before.GetValueOrDefault(pair.Key) == pair.Value));
        if (_committed is not null && !_isChanged && isSameData)
        {
            return;
        }

        long generation = (_committed?.Generation ?? 0) + 1;
        var manifest = new Manifest(
            generation,
            _nextSegment,
            new Dictionary<string, string>(_fingerprint, StringComparer.Ordinal),
            [.. _segments.Select(segment => segment.Save(generation))],
            userData is null ? before : new Dictionary<string, string>(userData, StringComparer.Ordinal));
        manifest.Write(_storage);
        _committed = manifest;
        _isChanged = false;
        DeleteUnused();
    }

    /// <summary>
    /// Deletes what the last commit does not name: files of older commits, and what a crash left behind.
    /// </summary>
    private void DeleteUnused()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (SegmentRecord segment in _committed?.Segments ?? [])
        {
            used.Add(segment.FileName);
            used.Add(segment.LiveDocsFile);
        }

        foreach (string name in _storage.List())
        {
            string extension = Path.GetExtension(name);
            if (extension is SegmentExtension or LiveDocsExtension or PendingExtension && !used.Contains(name))
            {
                _storage.TryDelete(name);
            }
        }
    }

    private string NextName()
    {
        string number = _nextSegment.ToString("x6", CultureInfo.InvariantCulture);
        _nextSegment++;
        return $"s{number}{SegmentExtension}";
    }
}
