using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Indexing.Memory;

/// <summary>The one posting of a term of a document in memory.</summary>
/// <param name="terms">The terms of the inverted field.</param>
/// <param name="entry">The term, as they gave it.</param>
/// <param name="hasPositions">Whether the field keeps frequencies and positions.</param>
internal sealed class MemoryPostingsCursor(MemoryTerms terms, TermEntry entry, bool hasPositions) : PostingsCursor
{
    private int _docId = -1;
    private int[]? _positions;

    /// <inheritdoc/>
    public override int DocId => _docId;

    /// <inheritdoc/>
    public override long Cost => 1;

    /// <inheritdoc/>
    public override int Frequency => hasPositions ? (int)entry.TotalTermFrequency : 1;

    /// <inheritdoc/>
    public override int Next() => _docId = _docId < 0 ? 0 : End;

    /// <inheritdoc/>
    public override int Seek(int target)
    {
        if (target > _docId)
        {
            _docId = target <= 0 ? 0 : End;
        }

        return _docId;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Positions()
    {
        if (!hasPositions)
        {
            return [];
        }

        if (_positions is null)
        {
            _positions = new int[Frequency];
            terms.CopyPositions(entry, _positions);
        }

        return _positions;
    }
}
