namespace Search.Engine.Matching.Cursors;

/// <summary>No document.</summary>
internal sealed class NoneCursor : MatchCursor
{
    /// <summary>The one cursor there is: it has nothing to move.</summary>
    public static NoneCursor Instance { get; } = new();

    /// <inheritdoc/>
    public override int DocId => End;

    /// <inheritdoc/>
    public override long Cost => 0;

    /// <inheritdoc/>
    public override int Next() => End;

    /// <inheritdoc/>
    public override int Seek(int target) => End;

    /// <inheritdoc/>
    public override float Score() => 0;
}
