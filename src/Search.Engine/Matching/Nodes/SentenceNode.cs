using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;

namespace Search.Engine.Matching.Nodes;

/// <summary>Operands within one sentence. Scores as the conjunction of its operands.</summary>
/// <param name="operands">One or more, about words of one text field.</param>
internal sealed class SentenceNode(IReadOnlyList<QueryNode> operands) : QueryNode
{
    /// <summary>The operands.</summary>
    public IReadOnlyList<QueryNode> Operands => operands;

    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost) =>
        CheckedCursor.Over(operands, context, boost, () => Occurrences(context));

    /// <inheritdoc/>
    public override OccurrenceSource Occurrences(MatchContext context) => new SentenceOccurrences(
        [.. operands.Select(operand => operand.Occurrences(context)!)], context.Sentences); // texts all
}
