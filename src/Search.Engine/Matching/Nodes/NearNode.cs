using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;

namespace Search.Engine.Matching.Nodes;

/// <summary>Operands near each other. Scores as the conjunction of its operands.</summary>
/// <param name="operands">Two to <see cref="NearOccurrences.MaxOperands"/>, about words of one text field.</param>
/// <param name="distance">One more than the words that may stand between neighbours.</param>
/// <param name="isOrdered">Whether the operands follow each other as given.</param>
internal sealed class NearNode(IReadOnlyList<QueryNode> operands, int distance, bool isOrdered) : QueryNode
{
    /// <summary>The operands.</summary>
    public IReadOnlyList<QueryNode> Operands => operands;

    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost) =>
        CheckedCursor.Over(operands, context, boost, () => Occurrences(context));

    /// <inheritdoc/>
    public override OccurrenceSource Occurrences(MatchContext context) => new NearOccurrences(
        [.. operands.Select(operand => operand.Occurrences(context)!)], distance, isOrdered); // texts all
}
