using System.Numerics;
using Search.Engine.Segments;
using Search.Engine.Segments.Deletes;

namespace Search.Engine.Indexing.Merges;

/// <summary>
/// A segment that is merged, and where its documents go: the live ones keep their order and close up.
/// </summary>
internal sealed class MergeSource
{
    private readonly LiveDocs? _liveDocs;
    private readonly int[] _ranks;

    /// <summary>Makes a source.</summary>
    /// <param name="reader">The segment.</param>
    /// <param name="liveDocs">Its live documents; null where none is deleted.</param>
    /// <param name="start">Doc id that its first live document gets.</param>
    public MergeSource(SegmentReader reader, LiveDocs? liveDocs, int start)
    {
        Reader = reader;
        Start = start;
        _liveDocs = liveDocs is null || liveDocs.LiveCount == reader.DocCount ? null : liveDocs;
        _ranks = new int[_liveDocs?.Words.Length ?? 0];
        int rank = start;
        for (int i = 0; i < _ranks.Length; i++)
        {
            _ranks[i] = rank;
            rank += BitOperations.PopCount(_liveDocs!.Words[i]); // ranks are kept only with deletes
        }
    }

    /// <summary>The segment.</summary>
    public SegmentReader Reader { get; }

    /// <summary>Doc id that its first live document gets.</summary>
    public int Start { get; }

    /// <summary>Whether every document is live.</summary>
    public bool IsWhole => _liveDocs is null;

    /// <summary>Live documents.</summary>
    public int LiveCount => _liveDocs?.LiveCount ?? Reader.DocCount;

    /// <summary>The doc id that a document gets; -1 where it is deleted.</summary>
    public int Map(int docId)
    {
        if (_liveDocs is null)
        {
            return Start + docId;
        }

        ulong word = _liveDocs.Words[docId >> 6];
        ulong bit = 1UL << (docId & 63);
        return (word & bit) == 0 ? -1 : _ranks[docId >> 6] + BitOperations.PopCount(word & (bit - 1));
    }
}
