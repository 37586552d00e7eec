namespace Search.Engine.Storage;

/// <summary>A file in memory being written; what was written stays readable while more is added.</summary>
internal sealed class MemoryFile : StorageFile
{
    private byte[] _bytes = new byte[256];
    private int _length;

    /// <inheritdoc/>
    public override long Length => _length;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> bytes)
    {
        int end = checked(_length + bytes.Length);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(end, _bytes.Length * 2L), Array.MaxLength));
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length = end;
    }

    /// <summary>A copy of all bytes written so far.</summary>
    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

    /// <inheritdoc/>
    public override void Sync()
    {
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
    }
}
