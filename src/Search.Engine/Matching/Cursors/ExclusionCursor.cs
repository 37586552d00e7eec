namespace Search.Engine.Matching.Cursors;

/// <summary>Documents that one cursor matches and another does not.</summary>
internal sealed class ExclusionCursor(MatchCursor included, MatchCursor excluded) : MatchCursor
{
    /// <inheritdoc/>
    public override int DocId => included.DocId;

    /// <inheritdoc/>
    public override long Cost => included.Cost;

    /// <inheritdoc/>
    public override bool IsExact => false;

    /// <inheritdoc/>
    public override int Next() => included.Next();

    /// <inheritdoc/>
    public override int Seek(int target) => included.Seek(target);

    /// <inheritdoc/>
    public override bool Matches()
    {
        int docId = included.DocId;
        if (excluded.IsExact)
        {
            return excluded.Seek(docId) != docId && (included.IsExact || included.Matches());
        }

        return (included.IsExact || included.Matches()) && !(excluded.Seek(docId) == docId && excluded.Matches());
    }

    /// <inheritdoc/>
    public override float Score() => included.Score();
}
