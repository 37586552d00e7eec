using System.Globalization;
using Search.Passages.Documents;
using Search.Passages.Search;
using Search.Passages.Themes;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>
/// Where in a document its themes and the query's hits stand: a row each, a tick a paragraph, each tick a link.
/// </summary>
internal static class ThemeStrip
{
    private const int Width = 1_000;

    /// <summary>Writes the strip; nothing where there is nothing to show.</summary>
    public static void Write(
        HtmlWriter html, DocumentView document, IReadOnlyDictionary<string, PassageHit> hits, Catalogue catalogue)
    {
        List<(string Label, string Class, List<PassageHit> Units)> rows = Rows(document, hits, catalogue);
        if (rows.Count == 0)
        {
            return;
        }

        html.Start("section", ("class", "strip"), ("aria-label", "Where the themes stand"));
        foreach ((string label, string name, List<PassageHit> units) in rows)
        {
            html.Start("div", ("class", name)).Start("p").Leaf("span", "", ("class", "dot")).Text(label + " ")
                .Leaf("span", Words.Number(units.Count), ("class", "count")).End("p");
            html.Start("svg", ("viewBox", Number($"0 0 {Width} 12")), ("preserveAspectRatio", "none"),
                ("aria-hidden", "true"));
            foreach (PassageHit unit in units)
            {
                int x = Place(unit.Number, document.Units);
                html.Start("a", ("href", "#" + unit.Id), ("tabindex", "-1"))
                    .Leaf("title", Number($"{label}, paragraph {unit.Number}"))
                    .Leaf("rect", "", ("x", Number($"{x}")), ("y", "0"),
                    ("width", Number($"{TickWidth(document.Units)}")), ("height", "12"))
                    .End("a");
            }

            html.End("svg").End("div");
        }

        html.End("section").Line();
    }

    private static List<(string Label, string Class, List<PassageHit> Units)> Rows(
        DocumentView document, IReadOnlyDictionary<string, PassageHit> hits, Catalogue catalogue)
    {
        List<(string Label, string Class, List<PassageHit> Units)> rows = [];
        if (hits.Count > 0)
        {
            rows.Add(("Your query", "query", [.. document.Passages.Where(unit => hits.ContainsKey(unit.Id))]));
        }

        for (int i = 0; i < catalogue.Themes.Count; i++)
        {
            ThemeFacts theme = catalogue.Themes[i];
            List<PassageHit> units =
                [.. document.Passages.Where(unit =>
                    unit.Themes.Any(one => one.Id.Equals(theme.Id, StringComparison.Ordinal)))];
            if (units.Count > 0)
            {
                rows.Add((theme.Label, $"theme-{i}", units));
            }
        }

        return rows;
    }

    private static int Place(int number, int units) =>
        (int)((long)(number - 1) * (Width - TickWidth(units)) / Math.Max(1, units - 1));

    private static int TickWidth(int units) => Math.Clamp(Width / Math.Max(1, units), 4, 24);

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
