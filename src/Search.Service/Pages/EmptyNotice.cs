using Search.Passages.Search;
using Search.Service.Html;

namespace Search.Service.Pages;

/// <summary>What to try where nothing was found.</summary>
internal static class EmptyNotice
{
    /// <summary>Queries that show the syntax, with what each does.</summary>
    public static IReadOnlyList<(string Query, string Meaning)> Examples { get; } =
    [
        ("technical assistance", "both words, in any inflection, anywhere in the paragraph"),
        ("\"technical assistance\"", "the phrase as written"),
        ("\"technical assistance\"~5", "the words within five places of each other"),
        ("ransomware OR malware", "either word"),
        ("treaty -budapest", "the first word without the second"),
        ("surveill*", "all words that begin so"),
        ("theme:rights date:[2019 TO 2021]", "a theme, between two years"),
    ];

    /// <summary>Writes the notice.</summary>
    public static void Write(HtmlWriter html, PassageRequest request)
    {
        html.Start("section", ("class", "empty"))
            .Leaf("h2", request.Cursor is null ? "Nothing was found" : "There are no more passages")
            .Start("ul");
        if (request.Filters.Count > 0)
        {
            html.Start("li").Leaf("a", "Search without the filters",
                ("href", PageUrl.Search(request with { Filters = [], Cursor = null })))
                .End("li");
        }

        bool hasWords = request.Q is not null && request.Q.Trim().Contains(' ', StringComparison.Ordinal);
        if (hasWords && !request.IsOr)
        {
            html.Start("li").Leaf("a", "Look for any of the words instead of all",
                ("href", PageUrl.Search(request with { IsOr = true, Cursor = null }))).End("li");
        }

        if (request.Q is not null && request.Q.Contains('"', StringComparison.Ordinal))
        {
            string words = request.Q.Replace("\"", "", StringComparison.Ordinal);
            html.Start("li").Leaf("a", "Look for the words rather than the phrase",
                ("href", PageUrl.Search(request with { Q = words, Cursor = null }))).End("li");
        }

        html.Start("li").Text("Use fewer words, or another form of them.").End("li").End("ul");
        html.Leaf("h3", "How queries are written");
        WriteExamples(html);
        html.End("section");
    }

    /// <summary>Writes the examples, each a link.</summary>
    public static void WriteExamples(HtmlWriter html)
    {
        html.Start("dl", ("class", "examples"));
        foreach ((string query, string meaning) in Examples)
        {
            html.Start("div").Start("dt").Start("a", ("href", PageUrl.Search(new PassageRequest { Q = query })))
                .Leaf("code", query).End("a").End("dt").Leaf("dd", meaning).End("div");
        }

        html.End("dl");
    }
}
