using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Cursors;

/// <summary>The documents of a posting list, each with the same score.</summary>
internal sealed class PlainCursor(DocCursor postings, float score) : MatchCursor
{
    /// <inheritdoc/>
    public override int DocId => postings.DocId;

    /// <inheritdoc/>
    public override long Cost => postings.Cost;

    /// <inheritdoc/>
    public override int Next() => postings.Next();

    /// <inheritdoc/>
    public override int Seek(int target) => postings.Seek(target);

    /// <inheritdoc/>
    public override float Score() => score;
}
