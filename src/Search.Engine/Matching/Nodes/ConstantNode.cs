using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;

namespace Search.Engine.Matching.Nodes;

/// <summary>A node whose every match scores the same.</summary>
internal sealed class ConstantNode(QueryNode inner, float score) : QueryNode
{
    /// <summary>The node.</summary>
    public QueryNode Inner => inner;

    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost) =>
        new ConstantCursor(inner.Cursor(context, 1), score * boost);

    /// <inheritdoc/>
    public override OccurrenceSource? Occurrences(MatchContext context) => inner.Occurrences(context);
}
