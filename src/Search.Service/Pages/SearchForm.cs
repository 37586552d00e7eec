using Search.Passages.Search;
using Search.Service.Html;
using Search.Service.Searches;

namespace Search.Service.Pages;

/// <summary>The search box: a plain GET form that keeps the filters and the order of the search it stands in.</summary>
internal static class SearchForm
{
    /// <summary>Writes the form.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="request">The search it starts from.</param>
    /// <param name="isLarge">Whether it is the one of the start page.</param>
    public static void Write(HtmlWriter html, PassageRequest request, bool isLarge)
    {
        html.Start("form", ("class", isLarge ? "search large" : "search"), ("role", "search"), ("action", "/"),
            ("method", "get"))
            .Leaf("label", "Search the passages", ("class", "hidden"), ("for", "q"))
            .Void("input", ("type", "search"), ("id", "q"), ("name", "q"), ("value", request.Q),
                ("placeholder", "Words, or a \"phrase as written\""), ("autocomplete", "off"),
                    ("autocapitalize", "none"),
                ("spellcheck", "false"), ("enterkeyhint", "search"), ("dir", "auto"),
                    ("autofocus", isLarge ? "" : null));
        WriteKept(html, request);
        html.Start("button", ("type", "submit"), ("class", "primary"));
        Icons.Write(html, "glass");
        html.Leaf("span", "Search").End("button").End("form");
    }

    private static void WriteKept(HtmlWriter html, PassageRequest request)
    {
        foreach (PassageFilter filter in request.Filters)
        {
            Hidden(html, filter.IsExcluded ? "-" + filter.Name : filter.Name, filter.Value);
        }

        if (request.IsOr)
        {
            Hidden(html, "operator", "or");
        }

        if (SearchUrl.Switch(request.UsesSynonyms) is string synonyms)
        {
            Hidden(html, "synonyms", synonyms);
        }

        if (request.Sort != PassageSort.Relevance)
        {
            Hidden(html, "sort", SearchParameters.NameOf(request.Sort));
        }

        if (request.Ranking != PassageRanking.Default)
        {
            Hidden(html, "ranking", PassageRankings.Name(request.Ranking));
        }
    }

    private static void Hidden(HtmlWriter html, string name, string value) =>
        html.Void("input", ("type", "hidden"), ("name", name), ("value", value));
}
