using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;

namespace Search.Engine.Matching.Nodes;

/// <summary>Occurrences of one node that overlap none of another: a NOT within an operand of nearness.</summary>
internal sealed class ExceptNode(QueryNode included, QueryNode excluded) : QueryNode
{
    /// <summary>What is asked.</summary>
    public QueryNode Included => included;

    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost) =>
        CheckedCursor.Over([included], context, boost, () => Occurrences(context));

    /// <inheritdoc/>
    public override OccurrenceSource Occurrences(MatchContext context) =>
        new ExceptOccurrences(included.Occurrences(context)!, excluded.Occurrences(context)!); // texts both
}
