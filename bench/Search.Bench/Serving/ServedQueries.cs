using Search.Bench.Inputs;
using Search.Passages.Search;

namespace Search.Bench.Serving;

/// <summary>The queries as typed: ten highlighted hits, with the facets of theme and issuer.</summary>
internal static class ServedQueries
{
    private static readonly string[] Facets = ["theme", "issuer"];

    /// <summary>The query string.</summary>
    public static string Text(ClassQuery query) => query.Shape switch
    {
        QueryShape.And => string.Join(" AND ", query.Words),
        QueryShape.Or => string.Join(" OR ", query.Words),
        QueryShape.Phrase => $"\"{string.Join(' ', query.Words)}\"",
        QueryShape.Prefix => query.Words[0] + "*",
        QueryShape.Fuzzy1 => query.Words[0] + "~1",
        QueryShape.Fuzzy2 => query.Words[0] + "~2",
        _ => query.Words[0],
    };

    /// <summary>The request in process.</summary>
    public static PassageRequest Request(ClassQuery query) =>
        new() { Q = Text(query), Limit = 10, Facets = Facets };

    /// <summary>The same request over HTTP.</summary>
    public static string Path(ClassQuery query) =>
        $"/api/v1/search?q={Uri.EscapeDataString(Text(query))}&limit=10&facet={string.Join(',', Facets)}";
}
