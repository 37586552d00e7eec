namespace Search.Engine.Storage;

/// <summary>A file on disk being written. Unbuffered: callers write large pieces.</summary>
internal sealed class DiskFile : StorageFile
{
    private readonly FileStream _stream;

    /// <summary>Creates the file or replaces it.</summary>
    public DiskFile(string path) =>
        _stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);

    /// <inheritdoc/>
    public override long Length => _stream.Position;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    /// <inheritdoc/>
    public override void Sync() => _stream.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public override void Dispose() => _stream.Dispose();
}
