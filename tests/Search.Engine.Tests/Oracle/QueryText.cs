using Search.Queries.Trees;

namespace Search.Engine.Tests.Oracle;

/// <summary>Shows a query in the message of a failed test.</summary>
internal static class QueryText
{
    public static string Of(Query query) => query switch
    {
        BooleanQuery boolean =>
            $"({string.Join(' ', boolean.Clauses.Select(clause => $"{clause.Occur}:{Of(clause.Query)}"))})",
        NearQuery near =>
            $"({string.Join($" {(near.IsOrdered ? "O" : "")}NEAR/{near.Distance} ", near.Operands.Select(Of))})",
        WithinQuery within => $"({string.Join($" /{within.Unit} ", within.Operands.Select(Of))})",
        BoostQuery boost => $"{Of(boost.Inner)}^{boost.Boost}",
        ConstantScoreQuery constant => $"{Of(constant.Inner)}^={constant.Score}",
        PhraseQuery phrase =>
            $"{phrase.Field}:\"{string.Join(' ', phrase.Parts.Select(Of))}\"~{phrase.Slop} {phrase.Form}",
        _ => query.ToString()!,
    };

    private static string Of(PhrasePart part) => part switch
    {
        PhraseWord word => (word.Form switch { WordForm.Exact => "=", WordForm.Stemmed => "~", _ => "" }) + word.Text,
        PhraseWildcard wildcard => wildcard.Pattern,
        _ => "*",
    };
}
