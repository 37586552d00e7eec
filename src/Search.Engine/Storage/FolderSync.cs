using System.Runtime.InteropServices;

namespace Search.Engine.Storage;

/// <summary>
/// Makes the names in a folder durable. .NET opens no folder, so the system is asked itself (POSIX fsync).
/// </summary>
internal static partial class FolderSync
{
    /// <summary>
    /// Returns when created, renamed and deleted names are on the disk. Nothing is to be done on Windows.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be opened or synced.</exception>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int handle = Open(folder, 0);
        if (handle < 0)
        {
            throw new IOException($"Cannot open folder '{folder}': error {Marshal.GetLastPInvokeError()}.");
        }

        int result = FlushHandle(handle);
        int error = Marshal.GetLastPInvokeError();
        _ = Close(handle);
        if (result != 0)
        {
            throw new IOException($"Cannot sync folder '{folder}': error {error}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FlushHandle(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
