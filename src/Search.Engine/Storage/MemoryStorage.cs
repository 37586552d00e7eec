namespace Search.Engine.Storage;

/// <summary>An index in memory: for tests, and for indexes that need not outlive the process.</summary>
public sealed class MemoryStorage : IndexStorage
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, MemoryFile> _files = new(StringComparer.Ordinal);
    private bool _isLocked;

    /// <inheritdoc/>
    public override IReadOnlyList<string> List()
    {
        lock (_gate)
        {
            return [.. _files.Keys];
        }
    }

    /// <inheritdoc/>
    public override bool Exists(string name)
    {
        lock (_gate)
        {
            return _files.ContainsKey(name);
        }
    }

    /// <inheritdoc/>
    public override void Delete(string name)
    {
        lock (_gate)
        {
            _files.Remove(name);
        }
    }

    internal override StorageFile Create(string name)
    {
        var file = new MemoryFile();
        lock (_gate)
        {
            _files[name] = file;
        }

        return file;
    }

    internal override MappedBytes OpenMapped(string name)
    {
        lock (_gate)
        {
            return _files.TryGetValue(name, out MemoryFile? file)
                ? new MemoryBytes(file.ToArray())
                : throw new FileNotFoundException($"There is no file '{name}'.", name);
        }
    }

    internal override void Rename(string from, string to)
    {
        lock (_gate)
        {
            if (!_files.Remove(from, out MemoryFile? file))
            {
                throw new FileNotFoundException($"There is no file '{from}'.", from);
            }

            _files[to] = file;
        }
    }

    internal override void SyncFolder()
    {
    }

    internal override IDisposable Lock()
    {
        lock (_gate)
        {
            if (_isLocked)
            {
                throw new IOException("Another writer holds the lock of this index.");
            }

            _isLocked = true;
            return new Release(this);
        }
    }

    private sealed class Release(MemoryStorage storage) : IDisposable
    {
        private MemoryStorage? _storage = storage;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _storage, null) is { } held)
            {
                lock (held._gate)
                {
                    held._isLocked = false;
                }
            }
        }
    }
}
