using System.Globalization;
using Search.Queries.Printing;
using Search.Queries.Trees;

namespace Search.Queries.Tests.Lucene;

/// <summary>Trees as Lucene's <c>Query.toString()</c> would print the same query.</summary>
internal static class LuceneText
{
    internal static string Of(Query query) => query switch
    {
        BooleanQuery q => string.Join(' ', Clauses(q).Select(Clause)),
        BoostQuery q => $"({Of(q.Inner)})^{Number(q.Boost)}",
        ConstantScoreQuery q => $"ConstantScore({Of(q.Inner)})^{Number(q.Score)}",
        MatchAllQuery => "*:*",
        MatchNoneQuery => "",
        TermQuery q => Field(q.Field) + q.Text,
        PrefixQuery q => $"{Field(q.Field)}{q.Prefix}*",
        WildcardQuery q => Field(q.Field) + q.Pattern,
        RegexQuery q => $"{Field(q.Field)}/{q.Pattern}/",
        FuzzyQuery q => $"{Field(q.Field)}{q.Text}~{q.MaxEdits.ToString(CultureInfo.InvariantCulture)}",
        RangeQuery q => Field(q.Field) + Range(q),
        PhraseQuery q => Field(q.Field) + Phrase(q),
        _ => query.ToString(),
    };

    // Lucene has no clause for every paragraph beside exclusions: a group of these alone matches nothing there.
    private static IEnumerable<BooleanClause> Clauses(BooleanQuery query)
    {
        bool isNegative = query.Clauses[0] is { Occur: Occur.Must, Query: MatchAllQuery }
            && query.Clauses.Skip(1).All(c => c.Occur == Occur.MustNot);
        return query.Clauses.Skip(isNegative ? 1 : 0);
    }

    private static string Clause(BooleanClause clause)
    {
        string sign = clause.Occur switch { Occur.Must => "+", Occur.MustNot => "-", _ => "" };
        return sign + (clause.Query is BooleanQuery ? $"({Of(clause.Query)})" : Of(clause.Query));
    }

    private static string Field(string? field) => field is null ? "" : field + ":";

    private static string Number(float number)
    {
        string text = NumberText.Of(number);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }

    private static string Range(RangeQuery q) =>
        $"{(q.IncludesLower ? '[' : '{')}{q.Lower ?? "*"} TO {q.Upper ?? "*"}{(q.IncludesUpper ? ']' : '}')}";

    private static string Phrase(PhraseQuery q)
    {
        IEnumerable<string> words = q.Parts.Select(p => p switch
        {
            PhraseWord word => word.Text,
            PhraseWildcard wildcard => wildcard.Pattern,
            _ => "*",
        });
        string text = string.Join(' ', words);
        string slop = q.Slop == 0 ? "" : $"~{q.Slop.ToString(CultureInfo.InvariantCulture)}";
        return q.Parts.Count == 1 ? text : $"\"{text}\"{slop}";
    }
}
