using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>Which queries have places in a text, so that a connector can join them.</summary>
internal static class Positions
{
    /// <summary>Whether a query is of words, phrases and groups of these, all in one field.</summary>
    /// <param name="query">The query.</param>
    /// <param name="field">The field of those seen so far.</param>
    /// <param name="hasField">Whether any was seen so far.</param>
    internal static bool AreOf(Query query, ref string? field, ref bool hasField)
    {
        switch (query)
        {
            case BooleanQuery boolean:
                foreach (BooleanClause clause in boolean.Clauses)
                {
                    if (clause.Occur == Occur.MustNot || !AreOf(clause.Query, ref field, ref hasField))
                    {
                        return false;
                    }
                }

                return true;
            case NearQuery near:
                return AreOf(near.Operands, ref field, ref hasField);
            case WithinQuery within:
                return AreOf(within.Operands, ref field, ref hasField);
            case BoostQuery boost:
                return AreOf(boost.Inner, ref field, ref hasField);
            case ConstantScoreQuery constant:
                return AreOf(constant.Inner, ref field, ref hasField);
            default:
                return IsWord(query, out string? own) && IsSame(own, ref field, ref hasField);
        }
    }

    private static bool AreOf(QueryList<Query> operands, ref string? field, ref bool hasField)
    {
        foreach (Query operand in operands)
        {
            if (!AreOf(operand, ref field, ref hasField))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWord(Query query, out string? field)
    {
        (bool isWord, field) = query switch
        {
            TermQuery q => (true, q.Field),
            PrefixQuery q => (true, q.Field),
            WildcardQuery q => (true, q.Field),
            RegexQuery q => (true, q.Field),
            FuzzyQuery q => (true, q.Field),
            PhraseQuery q => (true, q.Field),
            _ => (false, null),
        };
        return isWord;
    }

    private static bool IsSame(string? own, ref string? field, ref bool hasField)
    {
        bool isSame = !hasField || own == field;
        field = own;
        hasField = true;
        return isSame;
    }
}
