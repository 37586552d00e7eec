using Search.Engine.Matching.Automata;
using Search.Engine.Matching.Nodes;
using Search.Engine.Matching.Phrases;
using Search.Engine.Schemas;
using Search.Queries.Trees;

namespace Search.Engine.Searching.Triggers;

/// <summary>Finds the terms without which a query cannot match.</summary>
internal static class TriggerFinder
{
    /// <summary>A shorter prefix would be met too often to be of use.</summary>
    private const int LeastPrefixLength = 3;

    /// <summary>
    /// What a matching document holds; null where the query may match documents without any particular term.
    /// </summary>
    public static Need? Find(QueryNode node) => node switch
    {
        NoneNode => Need.OneOf([]),
        TermNode term => Need.OneOf([new Trigger(term.Field, term.Term, false)]),
        PhraseNode phrase => Need.All(phrase.Slots.Select(OfSlot)),
        VariantNode variant => Need.Any(variant.Variants.Select(Find)),
        PatternNode pattern => OfPattern(pattern.Field, pattern.Pattern),
        FuzzyNode fuzzy => OfPattern(fuzzy.Field, fuzzy.Pattern),
        BoostNode boost => Find(boost.Inner),
        ConstantNode constant => Find(constant.Inner),
        NearNode near => Need.All(near.Operands.Select(Find)),
        SentenceNode sentence => Need.All(sentence.Operands.Select(Find)),
        ExceptNode except => Find(except.Included),
        BooleanNode { HasRequired: true } boolean => Need.All(Of(boolean, Occur.Must).Select(Find)),
        BooleanNode boolean => Need.Any(Of(boolean, Occur.Should).Select(Find)),
        _ => null,
    };

    private static IEnumerable<QueryNode> Of(BooleanNode boolean, Occur occur) =>
        boolean.Clauses.Where(clause => clause.Occur == occur).Select(clause => clause.Node);

    private static Need? OfSlot(PhraseSlot slot) => slot.Term is not null
        ? Need.OneOf([new Trigger(slot.Field, slot.Term, false)])
        : OfPattern(slot.Field, slot.Pattern!); // a slot has the one or the other

    private static Need? OfPattern(InvertedField field, TermPattern pattern) =>
        pattern.LiteralPrefix.Length >= LeastPrefixLength
            ? Need.OneOf([new Trigger(field, pattern.LiteralPrefix.ToArray(), true)])
            : null;
}
