using Search.Engine.Matching.Nearness;
using Search.Engine.Matching.Nodes;
using Search.Engine.Schemas;
using Search.Queries.Trees;

namespace Search.Engine.Searching.Rewriting;

/// <summary>
/// Resolves nearness. Operands are about words of one and the same field; what is not (a date, a theme) is never near
/// anything. A group of operands joined by AND stands for the stretches that hold all of them, one joined by OR for
/// each of
/// them, and NOT takes away the words that it names.
/// </summary>
/// <param name="rewrite">Resolves a query outside of nearness; null where it asks nothing.</param>
/// <param name="met">Receives the limits that are met.</param>
internal sealed class NearRewriter(Func<Query, QueryNode?> rewrite, ISet<SearchLimit> met)
{
    /// <summary>A node for operands near each other; null where they ask nothing.</summary>
    public QueryNode? Near(NearQuery near)
    {
        List<QueryNode> operands = Operands(near.Operands);
        if (operands.Count > NearOccurrences.MaxOperands)
        {
            met.Add(SearchLimit.Clauses);
            operands.RemoveRange(NearOccurrences.MaxOperands, operands.Count - NearOccurrences.MaxOperands);
        }

        return operands.Count < 2
            ? operands.FirstOrDefault()
            : OneField(operands, new NearNode(operands, Math.Max(near.Distance, 1), near.IsOrdered));
    }

    /// <summary>A node for operands within a sentence; null where they ask nothing.</summary>
    public QueryNode? Sentence(WithinQuery within)
    {
        List<QueryNode> operands = Operands(within.Operands);
        return operands.Count < 2 ? operands.FirstOrDefault() : OneField(operands, new SentenceNode(operands));
    }

    /// <summary>The text field whose words a node is about; null where it is about none or several.</summary>
    private static FieldDefinition? FieldOf(QueryNode node) => node switch
    {
        FrequencyNode words => words.Field.Field,
        PatternNode pattern => pattern.Field.HasPositions ? pattern.Field.Field : null,
        FuzzyNode fuzzy => fuzzy.Field.Field,
        BoostNode boost => FieldOf(boost.Inner),
        ConstantNode constant => FieldOf(constant.Inner),
        NearNode near => FieldOf(near.Operands[0]),
        SentenceNode sentence => FieldOf(sentence.Operands[0]),
        ExceptNode except => FieldOf(except.Included),
        BooleanNode boolean => FieldOf(boolean.Clauses.Select(clause => clause.Node)),
        _ => null,
    };

    private static FieldDefinition? FieldOf(IEnumerable<QueryNode> nodes)
    {
        FieldDefinition?[] fields = [.. nodes.Select(FieldOf).Distinct()];
        return fields.Length == 1 ? fields[0] : null;
    }

    private static QueryNode OneField(List<QueryNode> operands, QueryNode node) =>
        FieldOf(operands) is null ? NoneNode.Instance : node;

    private List<QueryNode> Operands(IEnumerable<Query> operands) =>
        [.. operands.Select(Operand).OfType<QueryNode>()];

    private QueryNode? Operand(Query query) => query switch
    {
        BooleanQuery boolean => Group(boolean),
        BoostQuery boost => Operand(boost.Inner) is QueryNode inner ? new BoostNode(inner, boost.Boost) : null,
        ConstantScoreQuery constant => Operand(constant.Inner) is QueryNode inner
            ? new ConstantNode(inner, constant.Score)
            : null,
        WithinQuery { Unit: TextUnit.Paragraph } within => Group(new BooleanQuery(
            [.. within.Operands.Select(operand => new BooleanClause(Occur.Must, operand))])),
        _ => rewrite(query),
    };

    private QueryNode? Group(BooleanQuery boolean)
    {
        bool hasRequired = boolean.Clauses.Any(clause => clause.Occur == Occur.Must);
        Occur kept = hasRequired ? Occur.Must : Occur.Should;
        QueryNode? included = Group(boolean, kept, kept);
        QueryNode? excluded = Group(boolean, Occur.MustNot, Occur.Should);
        if (included is null || excluded is null)
        {
            return included;
        }

        return OneField([included, excluded], new ExceptNode(included, excluded));
    }

    private QueryNode? Group(BooleanQuery boolean, Occur taken, Occur given)
    {
        List<NodeClause> clauses = [];
        foreach (BooleanClause clause in boolean.Clauses)
        {
            if (clause.Occur == taken && Operand(clause.Query) is QueryNode node)
            {
                clauses.Add(new NodeClause(given, node));
            }
        }

        return clauses.Count switch { 0 => null, 1 => clauses[0].Node, _ => new BooleanNode(clauses) };
    }
}
