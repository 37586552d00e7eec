namespace Search.Engine.Storage;

/// <summary>A file being written, from front to back. Owned by one thread.</summary>
internal abstract class StorageFile : IDisposable
{
    /// <summary>Bytes written so far.</summary>
    public abstract long Length { get; }

    /// <summary>Appends bytes.</summary>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    public abstract void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Brings all bytes written so far to the disk; returns when they are durable.</summary>
    public abstract void Sync();

    /// <summary>Closes the file, without a sync.</summary>
    public abstract void Dispose();
}
