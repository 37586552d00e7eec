using Search.Engine.Matching.Cursors;
using Search.Engine.Schemas;
using Search.Engine.Segments;

namespace Search.Engine.Matching.Nodes;

/// <summary>Documents that have anything in a field.</summary>
/// <param name="field">A text, keyword or interval field.</param>
/// <param name="exact">The exact form of a text field, null for others.</param>
internal sealed class ExistsNode(FieldDefinition field, InvertedField? exact) : QueryNode
{
    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost)
    {
        SegmentView segment = context.Segment;
        return field.Kind switch
        {
            FieldKind.Text => new TextExistsCursor(segment, exact!, boost), // given for texts
            FieldKind.Keyword => new KeywordExistsCursor(segment.Keywords(field), segment.DocCount, boost),
            FieldKind.Interval =>
                new IntervalCursor(segment.Intervals(field), long.MinValue, long.MaxValue, segment.DocCount, boost),
            _ => NoneCursor.Instance,
        };
    }
}
