using System.Text;
using Search.Engine.Indexing.Buffers;
using Search.Engine.Indexing.Commits;
using Search.Engine.Indexing.Merges;
using Search.Engine.Schemas;
using Search.Engine.Storage;

namespace Search.Engine.Indexing;

/// <summary>
/// Adds documents to an index and deletes them. Nothing is seen by readers, and nothing survives a crash, before
/// <see cref="Commit"/> returns. One writer an index at a time; owned by one thread. After an exception other than of a
/// wrong argument it can only be disposed, or brought back to the last commit by <see cref="Rollback"/>.
/// </summary>
public sealed class IndexWriter : IDisposable
{
    private readonly IndexStorage _storage;
    private readonly IndexSchema _schema;
    private readonly IndexWriterOptions _options;
    private readonly IDisposable _lock;
    private readonly MergePolicy _policy;
    private readonly DocumentBuffer _buffer;
    private readonly SegmentBuilders? _builders;
    private readonly Dictionary<(int Field, string Value), int> _deletes = [];
    private readonly WriterSegments _segments;
    private readonly HashSet<string> _languages = new(StringComparer.Ordinal);
    private Dictionary<string, string> _fingerprint = [];
    private Manifest? _committed;
    private bool _isBroken;
    private bool _isDisposed;

    private IndexWriter(IndexStorage storage, IndexSchema schema, IndexWriterOptions options, IDisposable held)
    {
        _storage = storage;
        _schema = schema;
        _options = options;
        _lock = held;
        _policy = new MergePolicy(options.MergeFactor, options.MaxMergedDocCount);
        _buffer = new DocumentBuffer(storage, schema, 0);
        _segments = new WriterSegments(storage, schema);
        if (options.Threads > 1)
        {
            _builders = new SegmentBuilders(storage, schema, options.Threads, options.BufferSizeInBytes);
        }
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
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
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
        if (_builders is null)
        {
            _buffer.Add(document);
        }
        else
        {
            _builders.Add(document);
        }

        if (_languages.Add(document.Language ?? ""))
        {
            SchemaFingerprint.AddLanguage(_fingerprint, _schema, document.Language);
        }

        if (_builders is { IsFull: true })
        {
            Guarded(() => _builders.Start(_segments));
        }
        else if (_builders is null && _buffer.MemoryInBytes >= _options.BufferSizeInBytes)
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
        int bound = _builders?.DocCount ?? _buffer.DocCount;
        _deletes[(_schema.Inverted(definition, TermForm.Exact).Number, value)] = bound;
    }

    /// <summary>
    /// Makes everything since the last commit durable and visible to snapshots opened from now on. Where nothing
    /// changed, the last commit stands and is returned.
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
        if (_segments.CanBeMerged)
        {
            Guarded(() => _segments.MergeAll(cancellation));
        }
    }

    /// <summary>Forgets everything since the last commit.</summary>
    public void Rollback()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _isBroken = true;
        _builders?.Abandon();
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
        _builders?.Dispose();
        _segments.Dispose();
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
        _committed = Manifest.TryRead(_storage);
        _fingerprint = SchemaFingerprint.Of(_schema);
        _languages.Clear();
        if (_committed is not null)
        {
            SchemaFingerprint.Check(_committed.Fingerprint, _schema);
            _fingerprint = new Dictionary<string, string>(_committed.Fingerprint, StringComparer.Ordinal);
        }

        _segments.Load(_committed);
        _segments.Committed(_committed); // deletes what a crash, or a rollback, left behind
    }

    /// <summary>Writes what is buffered as segments and applies the pending deletes to all segments.</summary>
    private void Flush()
    {
        int added = _builders?.Finish(_segments) ?? _segments.Add(_buffer);
        foreach (((int field, string value), int bound) in _deletes)
        {
            _segments.Delete(_schema.InvertedFields[field], Encoding.UTF8.GetBytes(value), added, bound);
        }

        _deletes.Clear();
        _segments.DropEmpty();
    }

    private void WriteCommit(IReadOnlyDictionary<string, string>? userData)
    {
        Flush();
        _segments.Merge(_policy);
        IReadOnlyDictionary<string, string> before = _committed?.UserData ?? new Dictionary<string, string>();
        bool isSameData = userData is null
            || (userData.Count == before.Count
                && userData.All(pair => before.GetValueOrDefault(pair.Key) == pair.Value));
        if (_committed is not null && !_segments.IsChanged && isSameData)
        {
            return;
        }

        long generation = (_committed?.Generation ?? 0) + 1;
        var manifest = new Manifest(
            generation,
            _segments.NextNumber,
            new Dictionary<string, string>(_fingerprint, StringComparer.Ordinal),
            _segments.Save(generation),
            userData is null ? before : new Dictionary<string, string>(userData, StringComparer.Ordinal));
        manifest.Write(_storage);
        _committed = manifest;
        _segments.Committed(manifest);
    }
}
