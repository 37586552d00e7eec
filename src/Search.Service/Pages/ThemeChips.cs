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
            html.Start("li").Start("details", ("class", $"chip theme-{place}"), ("name", "theme-of-" + hit.Id))
                .Start("summary", ("title", Hover(theme, evidence)))
                .Leaf("span", "", ("class", "dot")).Text(label).End("summary");
            WriteEvidence(html, theme, IsByHand(theme) ? [] : evidence);
            html.End("details").End("li");
        }

        html.End("ul");
    }

    private static bool IsByHand(PassageTheme theme) =>
        theme.Override is not null || theme.Evidence.Any(one => one.Rule == ThemeOverrides.HandRule);

    private static string Hover(PassageTheme theme, List<(string Words, string Rule)> evidence)
    {
        string words = string.Join(", ", evidence.Select(one => $"“{one.Words}”").Distinct());
        string reason = IsByHand(theme) ? HandReason(theme) : words.Length == 0 ? "" : "Because of " + words;
        return theme.Scheme is null ? reason : $"{reason} ({SchemeOf(theme)})".TrimStart();
    }

    private static string HandReason(PassageTheme theme)
    {
        string who = theme.Override?.Who is string name ? $"{ByHand}, by {name}" : ByHand;
        return theme.Override?.Why is string why ? $"{who}: {why}" : who;
    }

    private static string SchemeOf(PassageTheme theme) => $"scheme {theme.Scheme}";

    private static void WriteEvidence(HtmlWriter html, PassageTheme theme, List<(string Words, string Rule)> evidence)
    {
        html.Start("div", ("class", "evidence")).Start("p");
        if (evidence.Count == 0)
        {
            html.Text(HandReason(theme));
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

        html.End("ul");
        if (theme.Scheme is not null)
        {
            string way = IsByHand(theme) ? "In the place of" : "By";
            html.Leaf("p", $"{way} {SchemeOf(theme)}", ("class", "scheme"));
        }

        html.Start("p").Leaf("a", "What the theme means", ("href", "/themes#" + theme.Id)).Text(" · ")
            .Leaf("a", "All passages with it", ("href", PageUrl.Filtered("theme", theme.Id))).End("p").End("div");
    }
}
