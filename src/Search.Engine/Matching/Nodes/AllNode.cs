using Search.Engine.Matching.Cursors;

namespace Search.Engine.Matching.Nodes;

/// <summary>Every document.</summary>
/// <param name="score">The score of each, before boosts: 1 as Lucene's, 0 where it only serves an exclusion.</param>
internal sealed class AllNode(float score = 1) : QueryNode
{
    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost) =>
        new AllCursor(context.Segment.DocCount, score * boost);
}
