namespace Search.Engine.Storage;

/// <summary>
/// The bytes of one file, readable as spans by any number of threads until it is disposed. Whoever disposes sees to it
/// that no span is in use any more.
/// </summary>
internal abstract class MappedBytes : IDisposable
{
    /// <summary>Length of the file in bytes.</summary>
    public abstract long Length { get; }

    /// <summary>A part of the file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie inside the file.</exception>
    public abstract ReadOnlySpan<byte> Slice(long offset, int length);

    /// <summary>Unmaps the file.</summary>
    public abstract void Dispose();
}
