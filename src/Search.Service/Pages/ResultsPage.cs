using Search.Passages.Search;
using Search.Service.Html;
using Search.Service.Searches;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>The hits of a search.</summary>
internal static class ResultsPage
{
    private static readonly (PassageSort Sort, string Label)[] Orders =
    [
        (PassageSort.Relevance, "Relevance"),
        (PassageSort.DateDescending, "Newest"),
        (PassageSort.DateAscending, "Oldest"),
        (PassageSort.Document, "Document"),
    ];

    /// <summary>Writes the page.</summary>
    public static string Write(PassageRequest request, PassageResponse response, Catalogue catalogue)
    {
        string title = request.Q ?? "All passages";
        PageHead head = new(CutTitle(title), catalogue)
        {
            Request = request,
            Section = "/",
            Kind = "results",
            IsUnlisted = true,
            Json = SearchUrl.Write(SearchEndpoints.Path, request, request.Limit, request.FacetSize),
        };
        return PageFrame.Write(head, html => WriteContent(html, request, response, catalogue));
    }

    private static void WriteContent(
        HtmlWriter html, PassageRequest request, PassageResponse response, Catalogue catalogue)
    {
        html.Leaf("h1", request.Q is null ? "All passages" : $"Passages for {request.Q}", ("class", "hidden"));
        html.Start("div", ("class", "columns")).Start("div", ("class", "list"));
        WriteSummary(html, request, response);
        QueryLine.Write(html, response.Query);
        SynonymSwitch.Write(html, request, response.Query);
        WriteDidYouMean(html, request, response.Query.DidYouMean);
        WriteFilters(html, request, catalogue);
        if (response.Hits.Count == 0)
        {
            EmptyNotice.Write(html, request);
        }
        else
        {
            html.Start("ol", ("class", "hits"));
            foreach (PassageHit hit in response.Hits)
            {
                HitItem.Write(html, hit, request, catalogue);
            }

            html.End("ol");
            WritePaging(html, request, response);
        }

        html.End("div");
        FacetPanel.Write(html, request, response, catalogue);
        html.End("div");
    }

    private static void WriteSummary(HtmlWriter html, PassageRequest request, PassageResponse response)
    {
        html.Start("div", ("class", "summary"))
            .Start("p", ("role", "status"), ("id", "count")).Leaf("b", Words.Number(response.Total))
            .Text(response.Total == 1 ? " passage" : " passages").End("p");
        if (FacetPanel.HasValues(response))
        {
            html.Leaf("a", "Narrow down", ("class", "to-filters"), ("href", "#filters"));
        }

        html.Start("nav", ("aria-label", "Order"), ("class", "orders"));
        foreach ((PassageSort sort, string label) in Orders)
        {
            html.Leaf("a", label, ("href", PageUrl.Sorted(request, sort)), ("rel", "nofollow"),
                ("aria-current", request.Sort == sort ? "true" : null));
        }

        html.End("nav").End("div").Line();
    }

    private static void WriteDidYouMean(HtmlWriter html, PassageRequest request, string? meant)
    {
        if (meant is not null)
        {
            html.Start("p", ("class", "did-you-mean")).Text("Did you mean ")
                .Leaf("a", meant, ("href", PageUrl.Search(request with { Q = meant, Cursor = null })), ("dir", "auto"))
                .Text("?").End("p").Line();
        }
    }

    private static void WriteFilters(HtmlWriter html, PassageRequest request, Catalogue catalogue)
    {
        if (request.Filters.Count == 0)
        {
            return;
        }

        html.Start("ul", ("class", "active"), ("aria-label", "Filters in use"));
        foreach (PassageFilter filter in request.Filters)
        {
            string label = FacetPanel.Label(filter.Name, filter.Value, catalogue);
            html.Start("li").Start("a", ("href", PageUrl.Without(request, filter)), ("rel", "nofollow"),
                    ("class", filter.IsExcluded ? "not" : null), ("title", "Take this filter away"))
                .Leaf("span", FacetPanel.Title(filter.Name) + (filter.IsExcluded ? " not " : " "), ("class", "name"))
                .Leaf("span", label, ("dir", "auto")).Leaf("span", " ×", ("aria-hidden", "true")).End("a").End("li");
        }

        if (request.Filters.Count > 1)
        {
            html.Start("li").Leaf("a", "Clear all",
                ("href", PageUrl.Search(request with { Filters = [], Cursor = null })),
                ("class", "clear")).End("li");
        }

        html.End("ul").Line();
    }

    private static void WritePaging(HtmlWriter html, PassageRequest request, PassageResponse response)
    {
        if (request.Cursor is null && response.Next is null)
        {
            return;
        }

        html.Start("nav", ("class", "paging"), ("aria-label", "Pages"));
        if (request.Cursor is not null)
        {
            html.Leaf("a", "First page", ("href", PageUrl.Search(request with { Cursor = null })), ("rel", "nofollow"));
        }

        if (response.Next is not null)
        {
            html.Leaf("a", "More passages", ("href", PageUrl.Search(request with { Cursor = response.Next })),
                ("rel", "next nofollow"), ("class", "primary"));
        }

        html.End("nav");
    }

    private static string CutTitle(string title) => title.Length <= 80 ? title : title[..80] + "…";
}
