namespace Search.Engine.Storage;

/// <summary>The bytes of a file in memory.</summary>
internal sealed class MemoryBytes(byte[] bytes) : MappedBytes
{
    /// <inheritdoc/>
    public override long Length => bytes.Length;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Slice(long offset, int length) =>
        offset == (int)offset
            ? bytes.AsSpan((int)offset, length)
            : throw new ArgumentOutOfRangeException(nameof(offset), offset, $"A file of {bytes.Length} bytes.");

    /// <inheritdoc/>
    public override void Dispose()
    {
    }
}
