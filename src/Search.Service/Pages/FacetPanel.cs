using Search.Passages.Search;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>
/// The facets of a search: values with their counts, each a link that adds the filter or takes it away.
/// </summary>
internal static class FacetPanel
{
    private const int ShownValues = 7;

    /// <summary>The facets that the page asks for, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["theme", "year", "issuer", "type", "doc", "lang", "kind"];

    /// <summary>Writes the panel.</summary>
    public static void Write(HtmlWriter html, PassageRequest request, PassageResponse response, Catalogue catalogue)
    {
        if (!HasValues(response))
        {
            return;
        }

        html.Start("aside", ("class", "facets"), ("id", "filters"), ("aria-labelledby", "filters-title"))
            .Leaf("h2", "Narrow down", ("id", "filters-title"));
        foreach (string name in Names)
        {
            if (response.Facets.TryGetValue(name, out IReadOnlyList<FacetCount>? counts) && counts.Count > 0)
            {
                WriteFacet(html, request, name, counts, catalogue);
            }
        }

        html.End("aside").Line();
    }

    /// <summary>Whether there is anything to narrow down by.</summary>
    public static bool HasValues(PassageResponse response) => response.Facets.Values.Any(counts => counts.Count > 0);

    /// <summary>A value in words.</summary>
    public static string Label(string name, string value, Catalogue catalogue) => name switch
    {
        "theme" => catalogue.Theme(value).Label,
        "doc" => catalogue.Titles.GetValueOrDefault(value, value),
        "lang" => Words.Language(value),
        "kind" => Words.Kinds(value),
        "year" => value.Replace("..", " – ", StringComparison.Ordinal),
        _ => value,
    };

    /// <summary>The name of a facet in words.</summary>
    public static string Title(string name) => name switch
    {
        "theme" => "Theme",
        "year" => "Year",
        "issuer" => "Issuer",
        "type" => "Type",
        "doc" => "Document",
        "lang" => "Language",
        "kind" => "Kind",
        _ => name,
    };

    private static void WriteFacet(
        HtmlWriter html, PassageRequest request, string name, IReadOnlyList<FacetCount> counts, Catalogue catalogue)
    {
        html.Start("section", ("class", "facet facet-" + name)).Leaf("h3", Title(name));
        if (name == "year")
        {
            YearChart.Write(html, request, counts);
            html.End("section");
            return;
        }

        WriteValues(html, request, name, counts.Take(ShownValues), catalogue);
        if (counts.Count > ShownValues)
        {
            bool hasActive = counts.Skip(ShownValues).Any(count => Active(request, name, count.Value) is not null);
            html.Start("details", ("open", hasActive ? "" : null))
                .Leaf("summary", $"{counts.Count - ShownValues} more");
            WriteValues(html, request, name, counts.Skip(ShownValues), catalogue);
            html.End("details");
        }

        html.End("section");
    }

    private static void WriteValues(
        HtmlWriter html, PassageRequest request, string name, IEnumerable<FacetCount> counts, Catalogue catalogue)
    {
        html.Start("ul");
        foreach (FacetCount count in counts)
        {
            PassageFilter? active = Active(request, name, count.Value);
            PassageFilter filter = active ?? new PassageFilter(name, count.Value);
            string label = Label(name, count.Value, catalogue);
            html.Start("li", ("class", active is null ? null : "on"))
                .Start("a", ("href", active is null ? PageUrl.With(request, filter) : PageUrl.Without(request, filter)),
                    ("rel", "nofollow"), ("aria-current", active is null ? null : "true"),
                        ("title", label.Length > 40 ? label : null));
            if (name == "theme")
            {
                html.Leaf("span", "", ("class", $"dot theme-{catalogue.Theme(count.Value).Place}"));
            }

            html.Leaf("span", label, ("class", "value"), ("dir", "auto"))
                .Leaf("span", Words.Number(count.Count), ("class", "count")).End("a");
            if (active is null)
            {
                html.Leaf("a", "−", ("class", "exclude"), ("rel", "nofollow"), ("title", "Leave out"),
                    ("aria-label", "Leave out " + label),
                    ("href", PageUrl.With(request, filter with { IsExcluded = true })));
            }

            html.End("li");
        }

        html.End("ul");
    }

    private static PassageFilter? Active(PassageRequest request, string name, string value) =>
        request.Filters.FirstOrDefault(
            filter => filter.Name.Equals(name, StringComparison.Ordinal)
                && filter.Value.Equals(value, StringComparison.Ordinal));
}
