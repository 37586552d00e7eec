using Search.Engine.Matching.Cursors;
using Search.Engine.Schemas;

namespace Search.Engine.Matching.Nodes;

/// <summary>Documents whose interval overlaps one from <paramref name="lower"/> to <paramref name="upper"/>.</summary>
/// <param name="field">An interval field.</param>
/// <param name="lower">Lower end, included.</param>
/// <param name="upper">Upper end, included.</param>
internal sealed class IntervalNode(FieldDefinition field, long lower, long upper) : QueryNode
{
    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost) =>
        new IntervalCursor(context.Segment.Intervals(field), lower, upper, context.Segment.DocCount, boost);
}
