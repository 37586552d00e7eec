using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Search.Engine.Storage;

/// <summary>A file on disk mapped into memory. On Linux the mapping outlives the file's name.</summary>
internal sealed unsafe class MappedFile : MappedBytes
{
    private readonly MemoryMappedViewAccessor? _view;
    private byte* _start;

    private MappedFile(MemoryMappedViewAccessor? view, long length)
    {
        _view = view;
        Length = length;
        view?.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <inheritdoc/>
    public override long Length { get; }

    /// <summary>Maps a file whole; an empty one is legal.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static MappedFile Open(string path)
    {
        // Sharing of deletion lets a writer drop the name while this process still reads.
        using SafeFileHandle handle = File.OpenHandle(path, share: FileShare.Read | FileShare.Delete);
        long length = RandomAccess.GetLength(handle);
        if (length == 0)
        {
            return new MappedFile(null, 0); // an empty file cannot be mapped
        }

        // The view alone keeps the mapping alive: handle and file may go.
        using MemoryMappedFile file = MemoryMappedFile.CreateFromFile(
            handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return new MappedFile(file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read), length);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Slice(long offset, int length)
    {
        // Reading behind the end of a snapshot's life is a bug: it must not read what else lies there by now.
        ObjectDisposedException.ThrowIf(_start == null && Length > 0, this);
        if (offset < 0 || length < 0 || offset > Length - length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"{length} bytes of a file of {Length}.");
        }

        return new ReadOnlySpan<byte>(_start + offset, length);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (_start != null)
        {
            _start = null;
            _view!.SafeMemoryMappedViewHandle.ReleasePointer(); // a start exists only with a view
        }

        _view?.Dispose();
    }
}
