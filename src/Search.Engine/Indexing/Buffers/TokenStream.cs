namespace Search.Engine.Indexing.Buffers;

/// <summary>
/// Term numbers in the order they were added, document by document, in chunks that are kept when it is cleared. Between
/// them stand marks below zero: the end of a document, and a jump of the position where it is not one more than before.
/// </summary>
internal sealed class TokenStream
{
    /// <summary>The mark behind the last term of a document.</summary>
    public const int DocumentEnd = -1;

    private const int ChunkLength = 1 << 16;

    private readonly List<int[]> _chunks = [];
    private int[] _last = [];
    private int _used = ChunkLength;
    private int _chunkCount;

    /// <summary>Terms added.</summary>
    public int TermCount { get; private set; }

    /// <summary>Chunks in use.</summary>
    public int ChunkCount => _chunkCount;

    /// <summary>Bytes of memory in use.</summary>
    public long MemoryInBytes => (long)_chunkCount * ChunkLength * sizeof(int);

    /// <summary>The mark that sets the position of the term behind it.</summary>
    public static int JumpTo(int position) => ~(position + 1);

    /// <summary>The position that a mark sets.</summary>
    public static int PositionOf(int mark) => ~mark - 1;

    /// <summary>Appends a term.</summary>
    public void AddTerm(int term)
    {
        TermCount++;
        Add(term);
    }

    /// <summary>Appends a mark.</summary>
    public void AddMark(int mark) => Add(mark);

    /// <summary>The terms and marks of a chunk.</summary>
    public ReadOnlySpan<int> Chunk(int chunk) =>
        _chunks[chunk].AsSpan(0, chunk == _chunkCount - 1 ? _used : ChunkLength);

    /// <summary>Takes everything away and keeps the memory.</summary>
    public void Clear()
    {
        TermCount = 0;
        _chunkCount = 0;
        _used = ChunkLength;
    }

    private void Add(int value)
    {
        if (_used == ChunkLength)
        {
            if (_chunkCount == _chunks.Count)
            {
                _chunks.Add(new int[ChunkLength]);
            }

            _last = _chunks[_chunkCount++];
            _used = 0;
        }

        _last[_used++] = value;
    }
}
