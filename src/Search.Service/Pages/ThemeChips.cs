using System.Globalization;
using Search.Corpus.Themes.Manual;
using Search.Passages.Search;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>
/// The themes of a paragraph. Each opens on a click, a tap or the Enter key and shows the words that decided it; a
/// pointer that rests on it shows them too.
/// </summary>
internal static class ThemeChips
{
    private const string ByHand = "Set by hand, in overrides.csv";

    /// <summary>Writes the chips; nothing where the paragraph has no theme.</summary>
    public static void Write(HtmlWriter html, PassageHit hit, Catalogue catalogue)
    {
        if (hit.Themes.Count == 0)
        {
            return;
        }

        html.Start("ul", ("class", "chips"), ("aria-label", "Themes"));
        foreach (PassageTheme theme in hit.Themes)
        {
            (string label, int place) = catalogue.Theme(theme.Id);
            List<(string Words, string Rule)> evidence =
                [.. theme.Evidence.Select(one => (CodePoints.Slice(hit.Text, one.Start, one.End), one.Rule))
                    .Distinct()];
            bool isByHand = theme.Evidence.Any(one => one.Rule == ThemeOverrides.HandRule);
            string hover = string.Join(", ", evidence.Select(one => $"“{one.Words}”").Distinct());
            html.Start("li").Start("details", ("class", $"chip theme-{place}"), ("name", "theme-of-" + hit.Id))
                .Start("summary", ("title", isByHand ? ByHand : hover.Length == 0 ? null : "Because of " + hover))
                .Leaf("span", "", ("class", "dot")).Text(label).End("summary");
            WriteEvidence(html, theme, isByHand ? [] : evidence);
            html.End("details").End("li");
        }

        html.End("ul");
    }

    private static void WriteEvidence(HtmlWriter html, PassageTheme theme, List<(string Words, string Rule)> evidence)
    {
        html.Start("div", ("class", "evidence")).Start("p");
        if (evidence.Count == 0)
        {
            html.Text(ByHand);
        }
        else
        {
            html.Text("Score ").Leaf("b", theme.Score.ToString("0.00", CultureInfo.InvariantCulture))
                .Text(", because of");
        }

        html.End("p").Start("ul");
        foreach ((string words, string rule) in evidence)
        {
            html.Start("li").Leaf("q", words).Text(" ").Leaf("code", rule).End("li");
        }

        html.End("ul").Start("p").Leaf("a", "What the theme means", ("href", "/themes#" + theme.Id)).Text(" · ")
            .Leaf("a", "All passages with it", ("href", PageUrl.Filtered("theme", theme.Id))).End("p").End("div");
    }
}
