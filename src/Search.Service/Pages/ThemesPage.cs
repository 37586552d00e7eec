using System.Globalization;
using Search.Corpus.Themes;
using Search.Corpus.Themes.Models;
using Search.Passages.Themes;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>What the themes mean.</summary>
internal static class ThemesPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="themes">The themes and their counts.</param>
    /// <param name="definitions">The themes with their rules; may be empty.</param>
    /// <param name="quality">How well a theme is found, by its id; null where that was not measured.</param>
    /// <param name="catalogue">What names things.</param>
    public static string Write(
        ThemesResponse themes,
        IReadOnlyList<ThemeDefinition> definitions,
        Func<string, MeasuredQuality?> quality,
        Catalogue catalogue)
    {
        PageHead head = new("Themes", catalogue) { Section = "/themes", Kind = "prose", Json = "/api/v1/themes" };
        return PageFrame.Write(head, html =>
        {
            html.Leaf("h1", "Themes")
                .Start("p", ("class", "stand"))
                .Text("Each paragraph is held against the rules of the scheme. A theme it carries shows the "
                    + "words that decided it: open the theme's chip beside the paragraph.").End("p");
            for (int i = 0; i < themes.Themes.Count; i++)
            {
                ThemeFacts theme = themes.Themes[i];
                html.Start("section", ("class", $"theme theme-{i}"), ("id", theme.Id)).Start("h2")
                    .Leaf("span", "", ("class", "dot"))
                    .Text(theme.Label).End("h2").Leaf("p", theme.Definition)
                    .Start("p", ("class", "meta")).Leaf("code", theme.Id)
                    .Leaf("a", Words.Count(theme.Paragraphs, "paragraph", "paragraphs"),
                    ("href", PageUrl.Filtered("theme", theme.Id)))
                    .Leaf("span", "in " + Words.Count(theme.Documents, "document", "documents")).End("p");
                WriteQuality(html, quality(theme.Id));
                WriteRules(html, definitions.FirstOrDefault(one => one.Id.Equals(theme.Id, StringComparison.Ordinal)));
                html.End("section");
            }

            html.Start("p", ("class", "note")).Text($"Scheme {themes.Scheme}. Its rules are queries, kept in the file ")
                .Leaf("code", "themes.yaml").Text(" of the corpus.").End("p");
        });
    }

    private static void WriteQuality(HtmlWriter html, MeasuredQuality? quality)
    {
        if (quality is not null)
        {
            html.Leaf("p", string.Create(
                CultureInfo.InvariantCulture,
                $"Measured by cross-validation over documents: precision {quality.Precision:0.00}, "
                + $"recall {quality.Recall:0.00}, F1 {quality.F1:0.00} "
                + $"({quality.F1Low:0.00} to {quality.F1High:0.00})."), ("class", "note"));
        }
    }

    private static void WriteRules(HtmlWriter html, ThemeDefinition? theme)
    {
        if (theme is null)
        {
            return;
        }

        html.Start("details", ("class", "rules"))
            .Leaf("summary", Words.Count(theme.Rules.Count, "rule", "rules")).Start("dl", ("class", "errors"));
        foreach (ThemeRule rule in theme.Rules)
        {
            html.Start("div", ("id", rule.Id)).Start("dt").Leaf("code", rule.Id).End("dt")
                .Start("dd").Leaf("code", rule.Query);
            if (rule.Note is not null)
            {
                html.Leaf("p", rule.Note, ("class", "note"));
            }

            html.End("dd").End("div");
        }

        html.End("dl").End("details");
    }
}
