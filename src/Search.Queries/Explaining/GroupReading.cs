using System.Globalization;
using Search.Queries.Printing;
using Search.Queries.Trees;

namespace Search.Queries.Explaining;

/// <summary>Words for queries that join others, each as what comes after "paragraphs with".</summary>
internal sealed class GroupReading(LeafReading leaves)
{
    private const int MaxAlso = 8;

    /// <summary>Whether a query asks for everything but what it excludes.</summary>
    internal static bool IsNegative(BooleanQuery query) =>
        query.Clauses.Count > 1
        && query.Clauses.All(c => c.Occur == Occur.MustNot || c is { Occur: Occur.Must, Query: MatchAllQuery })
        && query.Clauses.Any(c => c.Occur == Occur.MustNot);

    /// <summary>Words for any query, in brackets where it is a group.</summary>
    internal string Of(Query query) => query switch
    {
        BooleanQuery q => $"({Of(q, isLast: false)})",
        NearQuery q => Near(q),
        WithinQuery q => $"{All(q.Operands)} in the same {(q.Unit == TextUnit.Sentence ? "sentence" : "paragraph")}",
        BoostQuery q => $"{Of(q.Inner)} [weight {NumberText.Of(q.Boost)}]",
        ConstantScoreQuery q => $"{Of(q.Inner)} [score {NumberText.Of(q.Score)}]",
        SynonymQuery q => $"{Of(q.Written)} {Also(q)}",
        _ => leaves.Of(query),
    };

    /// <summary>Words for a group, without brackets around it.</summary>
    /// <param name="query">The group.</param>
    /// <param name="isLast">Whether nothing follows it, so that a group at its end needs no brackets.</param>
    internal string Of(BooleanQuery query, bool isLast)
    {
        if (IsNegative(query))
        {
            return $"anything but {Excluded(query)}";
        }

        Query[] must = Of(query, Occur.Must);
        Query[] may = Of(query, Occur.Should);
        Query[] not = Of(query, Occur.MustNot);
        string text = must.Length > 0 ? Required(must, isLast && may.Length == 0 && not.Length == 0) : AnyOf(may);
        if (must.Length > 0 && may.Length > 0)
        {
            text += $", and better with {AnyOf(may)}";
        }

        return not.Length > 0 ? $"{text}, but without {Join(Each(not), "or")}" : text;
    }

    /// <summary>Words for what a group excludes.</summary>
    internal string Excluded(BooleanQuery query) => Of(query, Occur.MustNot) is [BooleanQuery only]
        ? Of(only, isLast: true)
        : Join(Each(Of(query, Occur.MustNot)), "or");

    // All are listed beside the sentence; in it, a long list would bury what was asked.
    private static string Also(SynonymQuery query)
    {
        IEnumerable<string> shown = query.Also.Take(MaxAlso).Select(LeafReading.Marked);
        return $"(also {string.Join(", ", shown)}{(query.Also.Count > MaxAlso ? ", …" : "")})";
    }

    private static Query[] Of(BooleanQuery query, Occur occur) =>
        [.. query.Clauses.Where(c => c.Occur == occur).Select(c => c.Query)];

    private string[] Each(IEnumerable<Query> queries) => [.. queries.Select(Of)];

    private string Required(Query[] must, bool isLast)
    {
        string[] items = Each(must);
        if (isLast && must is [.., BooleanQuery last])
        {
            items[^1] = Of(last, isLast: true);
        }

        return Join(items, "and");
    }

    private string AnyOf(Query[] may) => may.Length == 1 ? Of(may[0]) : "any of " + Join(Each(may), "or");

    // Operands share one "within", so that those that have one of their own are put in brackets.
    private string All(QueryList<Query> operands)
    {
        string[] items = [.. operands.Select(Operand)];
        return $"{string.Join(", ", items[..^1])} and {items[^1]}";
    }

    private string Operand(Query query) => query is NearQuery or WithinQuery ? $"({Of(query)})" : Of(query);

    private string Near(NearQuery query)
    {
        string words = $"within {query.Distance.ToString(CultureInfo.InvariantCulture)} words";
        if (query.IsOrdered)
        {
            string joint = query.Distance == 1 ? " directly followed by " : $" followed {words} by ";
            return string.Join(joint, query.Operands.Select(Operand));
        }

        string reach = query.Distance == 1 ? " side by side"
            : query.Operands.Count == 2 ? $" {words} of each other"
            : $", each {words} of the next";
        return All(query.Operands) + reach;
    }

    // Items that are more than a word or a bracket are parted by commas before the last one too, so that each is seen
    // whole.
    private static string Join(string[] items, string word)
    {
        string comma = Array.Exists(items, i => !IsShort(i)) ? "," : "";
        return items.Length == 1 ? items[0] : $"{string.Join(", ", items[..^1])}{comma} {word} {items[^1]}";
    }

    private static bool IsShort(string item) =>
        (item[0] == '(' && item[^1] == ')') || (item[0] == '*' && item.IndexOf('*', 1) == item.Length - 1);
}
