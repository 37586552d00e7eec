using System.Buffers;

namespace Search.Engine.Searching.Collecting;

/// <summary>
/// Single documents, gathered so that they can be counted together. Memory is taken when the first one comes.
/// </summary>
internal sealed class DocBatch
{
    private const int Size = 128;

    private int[] _docs = [];
    private int _count;

    /// <summary>The documents gathered.</summary>
    public ReadOnlySpan<int> Docs => _docs.AsSpan(0, _count);

    /// <summary>Whether there is no room for another.</summary>
    public bool IsFull => _count == Size;

    /// <summary>Takes a document; there is room.</summary>
    public void Add(int docId)
    {
        if (_docs.Length == 0)
        {
            _docs = ArrayPool<int>.Shared.Rent(Size);
        }

        _docs[_count++] = docId;
    }

    /// <summary>Forgets the documents.</summary>
    public void Clear() => _count = 0;

    /// <summary>Forgets the documents and gives the memory back.</summary>
    public void Return()
    {
        if (_docs.Length > 0)
        {
            ArrayPool<int>.Shared.Return(_docs);
        }

        (_docs, _count) = ([], 0);
    }
}
