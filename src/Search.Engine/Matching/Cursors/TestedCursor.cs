namespace Search.Engine.Matching.Cursors;

/// <summary>Every document of a segment that passes a test of a column; each with the same score.</summary>
internal abstract class TestedCursor(int docCount, float score) : MatchCursor
{
    private int _docId = -1;

    /// <inheritdoc/>
    public override int DocId => _docId;

    /// <inheritdoc/>
    public override long Cost => docCount;

    /// <inheritdoc/>
    public override bool IsExact => false;

    /// <inheritdoc/>
    public override int Next() => Seek(_docId == End ? End : _docId + 1);

    /// <inheritdoc/>
    public override int Seek(int target)
    {
        if (target > _docId)
        {
            _docId = target < docCount ? target : End;
        }

        return _docId;
    }

    /// <inheritdoc/>
    public override bool Matches() => Passes(_docId);

    /// <inheritdoc/>
    public override float Score() => score;

    /// <summary>Whether a document passes.</summary>
    protected abstract bool Passes(int docId);
}
