using Search.Queries.Parsing;

namespace Search.Queries.Tests;

/// <summary>Options that the tests share.</summary>
internal static class TestQueries
{
    internal static readonly QueryOptions Options = new()
    {
        Fields = new HashSet<string> { "title", "heading", "doc", "theme", "issuer", "date", "year" },
        KeywordFields = new HashSet<string> { "doc", "theme", "issuer", "date", "year" },
    };
}
