using Search.Queries.Parsing;
using Search.Queries.Trees;

namespace Search.Corpus.Themes.Schemes;

/// <summary>How the queries of rules are read.</summary>
internal static class RuleQueries
{
    /// <summary>Field of a paragraph's own words, which bare words ask.</summary>
    public const string Text = "text";

    /// <summary>Field of the document's title.</summary>
    public const string Title = "title";

    /// <summary>Field of the headings above the paragraph.</summary>
    public const string Heading = "heading";

    /// <summary>A rule may be longer than what is typed into a search box.</summary>
    public static QueryOptions Options { get; } = new()
    {
        Fields = new HashSet<string>([Text, Title, Heading], StringComparer.OrdinalIgnoreCase),
        MaxLength = 100_000,
        MaxClauses = 10_000,
    };

    /// <summary>Reads the query of a rule that was checked when its scheme was read.</summary>
    public static Query Parse(string query) => QueryParser.Parse(query, Options).Query;
}
