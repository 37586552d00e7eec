namespace Search.Engine.Matching.Cursors;

/// <summary>The documents of another cursor, each with the same score.</summary>
internal sealed class ConstantCursor(MatchCursor inner, float score) : MatchCursor
{
    /// <inheritdoc/>
    public override int DocId => inner.DocId;

    /// <inheritdoc/>
    public override long Cost => inner.Cost;

    /// <inheritdoc/>
    public override bool IsExact => inner.IsExact;

    /// <inheritdoc/>
    public override int Next() => inner.Next();

    /// <inheritdoc/>
    public override int Seek(int target) => inner.Seek(target);

    /// <inheritdoc/>
    public override bool Matches() => inner.Matches();

    /// <inheritdoc/>
    public override float Score() => score;
}
