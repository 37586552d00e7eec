using Search.Engine.Storage;

namespace Search.Engine.Tests.Storage;

/// <summary>
/// Files in memory on a disk that dies at its n-th operation. What survives is what was synced: of each file the bytes
/// before its last sync, of the folder the names before its last; and of the rest a random part, as a real disk leaves
/// it.
/// </summary>
internal sealed class FaultyStorage(int dieAt) : IndexStorage
{
    private readonly Dictionary<string, Content> _names = new(StringComparer.Ordinal);
    private readonly List<Action<Dictionary<string, Content>>> _pending = [];
    private readonly Dictionary<string, Content> _durable = new(StringComparer.Ordinal);

    /// <summary>Operations so far.</summary>
    public int Operations { get; private set; }

    public override IReadOnlyList<string> List() => [.. _names.Keys];

    public override bool Exists(string name) => _names.ContainsKey(name);

    public override void Delete(string name)
    {
        Count();
        Change(names => names.Remove(name));
    }

    /// <summary>The disk as it is found when the machine is up again.</summary>
    public MemoryStorage Survivor(Random random)
    {
        var found = new Dictionary<string, Content>(_durable, StringComparer.Ordinal);
        int kept = random.Next(3) == 0 ? random.Next(_pending.Count + 1) : 0;
        foreach (Action<Dictionary<string, Content>> change in _pending.Take(kept))
        {
            change(found);
        }

        var storage = new MemoryStorage();
        foreach ((string name, Content content) in found)
        {
            int unsynced = content.Bytes.Count - content.Synced;
            int length = content.Synced + (random.Next(2) == 0 ? 0 : random.Next(unsynced + 1));
            using StorageFile file = storage.Create(name);
            file.Write(content.Bytes.GetRange(0, length).ToArray());
        }

        return storage;
    }

    internal override StorageFile Create(string name)
    {
        Count();
        var content = new Content();
        Change(names => names[name] = content);
        return new File(this, content);
    }

    internal override MappedBytes OpenMapped(string name) => _names.TryGetValue(name, out Content? content)
        ? new MemoryBytes([.. content.Bytes])
        : throw new FileNotFoundException("no such file", name);

    internal override void Rename(string from, string to)
    {
        Count();
        Content content = _names[from];
        Change(names =>
        {
            names.Remove(from);
            names[to] = content;
        });
    }

    internal override void SyncFolder()
    {
        Count();
        foreach (Action<Dictionary<string, Content>> change in _pending)
        {
            change(_durable);
        }

        _pending.Clear();
    }

    internal override IDisposable Lock() => new MemoryStream();

    private void Count()
    {
        Operations++;
        if (Operations >= dieAt)
        {
            throw new IOException("The disk is dead.");
        }
    }

    private void Change(Action<Dictionary<string, Content>> change)
    {
        change(_names);
        _pending.Add(change);
    }

    private sealed class Content
    {
        public List<byte> Bytes { get; } = [];

        public int Synced { get; set; }
    }

    private sealed class File(FaultyStorage storage, Content content) : StorageFile
    {
        public override long Length => content.Bytes.Count;

        public override void Write(ReadOnlySpan<byte> bytes)
        {
            storage.Count();
            content.Bytes.AddRange(bytes);
        }

        public override void Sync()
        {
            storage.Count();
            content.Synced = content.Bytes.Count;
        }

        public override void Dispose()
        {
        }
    }
}
