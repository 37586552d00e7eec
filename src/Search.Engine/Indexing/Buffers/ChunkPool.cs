namespace Search.Engine.Indexing.Buffers;

/// <summary>Arrays of one length that go round between threads, so that few are ever allocated.</summary>
internal sealed class ChunkPool
{
    /// <summary>Bytes of a chunk.</summary>
    public const int ChunkLength = 1 << 18;

    private readonly Lock _gate = new();
    private readonly Stack<byte[]> _free = new();

    /// <summary>Takes a chunk; one of at least so many bytes where that is more than usual.</summary>
    public byte[] Rent(int length)
    {
        if (length > ChunkLength)
        {
            return new byte[length];
        }

        lock (_gate)
        {
            return _free.TryPop(out byte[]? chunk) ? chunk : new byte[ChunkLength];
        }
    }

    /// <summary>Gives a chunk back; one of unusual length is let go.</summary>
    public void Return(byte[] chunk)
    {
        if (chunk.Length == ChunkLength)
        {
            lock (_gate)
            {
                _free.Push(chunk);
            }
        }
    }
}
