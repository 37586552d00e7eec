using Search.Engine.Matching.Automata;
using Search.Engine.Matching.Nodes;
using Search.Engine.Matching.Phrases;
using Search.Engine.Schemas;
using Search.Queries.Trees;

namespace Search.Engine.Searching.Triggers;

/// <summary>Finds terms without any of which a query cannot match.</summary>
internal static class TriggerFinder
{
    /// <summary>A shorter prefix would be met too often to be of use.</summary>
    private const int LeastPrefixLength = 3;

    /// <summary>
    /// Terms of which a matching document holds at least one; none where the query matches nothing, null where it may
    /// match
    /// documents without any particular term.
    /// </summary>
    public static IReadOnlyList<Trigger>? Find(QueryNode node) => node switch
    {
        NoneNode => [],
        TermNode term => [new Trigger(term.Field, term.Term, false)],
        PhraseNode phrase => Best(phrase.Slots.Select(OfSlot)),
        VariantNode variant => All(variant.Variants),
        PatternNode pattern => OfPattern(pattern.Field, pattern.Pattern),
        FuzzyNode fuzzy => OfPattern(fuzzy.Field, fuzzy.Pattern),
        BoostNode boost => Find(boost.Inner),
        ConstantNode constant => Find(constant.Inner),
        NearNode near => Best(near.Operands.Select(Find)),
        SentenceNode sentence => Best(sentence.Operands.Select(Find)),
        ExceptNode except => Find(except.Included),
        BooleanNode { HasRequired: true } boolean => Best(Of(boolean, Occur.Must).Select(Find)),
        BooleanNode boolean => All(Of(boolean, Occur.Should)),
        _ => null,
    };

    private static IEnumerable<QueryNode> Of(BooleanNode boolean, Occur occur) =>
        boolean.Clauses.Where(clause => clause.Occur == occur).Select(clause => clause.Node);

    private static IReadOnlyList<Trigger>? OfSlot(PhraseSlot slot) => slot.Term is not null
        ? [new Trigger(slot.Field, slot.Term, false)]
        : OfPattern(slot.Field, slot.Pattern!); // a slot has the one or the other

    private static Trigger[]? OfPattern(InvertedField field, TermPattern pattern) =>
        pattern.LiteralPrefix.Length >= LeastPrefixLength
            ? [new Trigger(field, pattern.LiteralPrefix.ToArray(), true)]
            : null;

    /// <summary>
    /// Any one of several sets will do: the smallest, and of these the one of the longest and so rarest terms.
    /// </summary>
    private static IReadOnlyList<Trigger>? Best(IEnumerable<IReadOnlyList<Trigger>?> sets) => sets
        .Where(set => set is not null)
        .OrderBy(set => set!.Count)
        .ThenByDescending(set => set!.Count == 0 ? 0 : set.Min(trigger => trigger.Term.Length))
        .FirstOrDefault();

    private static List<Trigger>? All(IEnumerable<QueryNode> nodes)
    {
        List<Trigger> all = [];
        foreach (QueryNode node in nodes)
        {
            if (Find(node) is not { } triggers)
            {
                return null;
            }

            all.AddRange(triggers);
        }

        return all;
    }
}
