using System.Globalization;
using Search.Passages.Search;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>
/// Hits by year as a small bar chart; each bar is a link that keeps its year, and a list below says the same in words.
/// </summary>
internal static class YearChart
{
    private const int Height = 56;
    private const int MostYears = 40;

    /// <summary>Writes the chart.</summary>
    public static void Write(HtmlWriter html, PassageRequest request, IReadOnlyList<FacetCount> counts)
    {
        List<(int Year, long Count)> years = Years(counts);
        if (years.Count > 0)
        {
            WriteBars(html, request, years);
        }

        foreach (PassageFilter filter in request.Filters.Where(
            one => one.Name.Equals("year", StringComparison.Ordinal)))
        {
            html.Start("p", ("class", "on"))
                .Leaf("a", (filter.IsExcluded ? "Not " : "Only ")
                + FacetPanel.Label("year", filter.Value, Catalogue.Empty),
                ("href", PageUrl.Without(request, filter)), ("rel", "nofollow"), ("title", "Take this filter away"))
                    .End("p");
        }
    }

    private static List<(int Year, long Count)> Years(IReadOnlyList<FacetCount> counts)
    {
        List<(int Year, long Count)> years = [];
        foreach (FacetCount count in counts)
        {
            if (int.TryParse(count.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int year))
            {
                years.Add((year, count.Count));
            }
        }

        years.Sort();
        return years.Count <= MostYears ? years : years[^MostYears..];
    }

    private static void WriteBars(HtmlWriter html, PassageRequest request, List<(int Year, long Count)> years)
    {
        int first = years[0].Year;
        int last = years[^1].Year;
        // Years stand at their place on the axis while it is short enough for bars of a readable width.
        bool isToScale = last - first < MostYears;
        int columns = isToScale ? Math.Max(last - first + 1, 8) : Math.Max(years.Count, 8);
        long most = years.Max(one => one.Count);
        html.Start("svg", ("class", "years"), ("viewBox", Number($"0 0 {columns * 10} {Height}")),
            ("preserveAspectRatio", "none"), ("role", "group"), ("aria-label", "Hits by year"));
        for (int i = 0; i < years.Count; i++)
        {
            (int year, long count) = years[i];
            int x = (isToScale ? year - first : i) * 10;
            int height = Math.Max(2, (int)(count * (Height - 2) / most));
            PassageFilter filter = new("year", Number($"{year}"));
            bool isOn = request.Filters.Contains(filter);
            string label = $"{Number($"{year}")}: {Words.Count(count, "hit", "hits")}";
            html.Start("a", ("href", isOn ? PageUrl.Without(request, filter) : PageUrl.With(request, filter)),
                    ("aria-label", label), ("rel", "nofollow"), ("class", isOn ? "on" : null))
                .Leaf("title", label)
                .Leaf("rect", "", ("class", "reach"), ("x", Number($"{x}")), ("y", "0"), ("width", "10"),
                ("height", Number($"{Height}")))
                .Leaf("rect", "", ("class", "bar"), ("x", Number($"{x + 1}")), ("y", Number($"{Height - height}")),
                ("width", "8"),
                    ("height", Number($"{height}")))
                .End("a");
        }

        html.End("svg").Start("p", ("class", "axis")).Leaf("span", Number($"{first}"));
        html.Leaf("span", last == first ? "" : Number($"{last}")).End("p");
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
