namespace Search.Engine.Storage;

/// <summary>
/// The files of one index: flat names, written once from front to back, then read only. What is written survives a
/// crash only once the file was synced (<see cref="StorageFile.Sync"/>), and its name only once the folder was
/// (<see cref="SyncFolder"/>). All members may be called by several threads. The constructor is internal: files on disk
/// and files in memory are the kinds there are.
/// </summary>
public abstract class IndexStorage : IDisposable
{
    private protected IndexStorage()
    {
    }

    /// <summary>The names of all files, in no order.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public abstract IReadOnlyList<string> List();

    /// <summary>Whether a file of this name exists.</summary>
    public abstract bool Exists(string name);

    /// <summary>
    /// Deletes a file; no error where there is none. Bytes that are mapped stay readable until they are disposed.
    /// </summary>
    public abstract void Delete(string name);

    /// <summary>
    /// Deletes a file if that can be done now; one that the system holds, as Windows does while it is mapped, is left
    /// for a later attempt.
    /// </summary>
    internal void TryDelete(string name)
    {
        try
        {
            Delete(name);
        }
        catch (Exception exception) when (
            OperatingSystem.IsWindows() && exception is (IOException or UnauthorizedAccessException))
        {
        }
    }

    /// <summary>Frees what the storage holds; files stay.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Creates a file and opens it for writing; one of the same name is replaced.</summary>
    internal abstract StorageFile Create(string name);

    /// <summary>Maps a file whole, for reading.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    internal abstract MappedBytes OpenMapped(string name);

    /// <summary>Gives a file another name; a file that has it is replaced, in one step.</summary>
    internal abstract void Rename(string from, string to);

    /// <summary>Makes created, renamed and deleted names durable.</summary>
    internal abstract void SyncFolder();

    /// <summary>
    /// Takes the lock that lets one writer in; disposing gives it back, and so does the end of the process.
    /// </summary>
    /// <exception cref="IOException">Another writer holds it.</exception>
    internal abstract IDisposable Lock();

    /// <summary>Frees what the storage holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
