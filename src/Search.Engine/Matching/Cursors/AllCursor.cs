namespace Search.Engine.Matching.Cursors;

/// <summary>Every document of a segment, each with the same score.</summary>
internal sealed class AllCursor(int docCount, float score) : MatchCursor
{
    private int _docId = -1;

    /// <inheritdoc/>
    public override int DocId => _docId;

    /// <inheritdoc/>
    public override long Cost => docCount;

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
    public override float Score() => score;
}
