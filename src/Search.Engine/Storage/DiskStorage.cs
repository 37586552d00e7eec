namespace Search.Engine.Storage;

/// <summary>An index in a folder on disk.</summary>
public sealed class DiskStorage : IndexStorage
{
    private const string LockName = "write.lock";

    private readonly string _folder;

    private DiskStorage(string folder) => _folder = folder;

    /// <summary>Opens a folder; creates it where it is missing.</summary>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    public static DiskStorage Open(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new DiskStorage(Directory.CreateDirectory(folder).FullName);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> List() =>
        [.. Directory.EnumerateFiles(_folder).Select(path => Path.GetFileName(path)).Where(name => name != LockName)];

    /// <inheritdoc/>
    public override bool Exists(string name) => File.Exists(PathOf(name));

    /// <inheritdoc/>
    public override void Delete(string name) => File.Delete(PathOf(name));

    internal override StorageFile Create(string name) => new DiskFile(PathOf(name));

    internal override MappedBytes OpenMapped(string name) => MappedFile.Open(PathOf(name));

    internal override void Rename(string from, string to) => File.Move(PathOf(from), PathOf(to), overwrite: true);

    internal override void SyncFolder() => FolderSync.Sync(_folder);

    internal override IDisposable Lock()
    {
        // An open handle without sharing is an advisory lock on Unix too, and the system gives it back after a crash.
        return new FileStream(
            PathOf(LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
    }

    private string PathOf(string name)
    {
        bool isPlain = name.Length > 0 && name.AsSpan().IndexOfAny('/', '\\') < 0 && name is not ("." or "..");
        return isPlain
            ? Path.Combine(_folder, name)
            : throw new ArgumentException($"'{name}' is no name of a file in an index folder.", nameof(name));
    }
}
