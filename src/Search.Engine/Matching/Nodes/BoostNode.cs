using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;

namespace Search.Engine.Matching.Nodes;

/// <summary>A node whose score is multiplied.</summary>
internal sealed class BoostNode(QueryNode inner, float factor) : QueryNode
{
    /// <summary>The node.</summary>
    public QueryNode Inner => inner;

    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost) => inner.Cursor(context, boost * factor);

    /// <inheritdoc/>
    public override OccurrenceSource? Occurrences(MatchContext context) => inner.Occurrences(context);
}
