using Search.Passages.Themes;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>What the themes mean.</summary>
internal static class ThemesPage
{
    /// <summary>Writes the page.</summary>
    public static string Write(ThemesResponse themes, Catalogue catalogue)
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
                    .Leaf("span", "in " + Words.Count(theme.Documents, "document", "documents")).End("p")
                    .End("section");
            }

            html.Start("p", ("class", "note")).Text($"Scheme {themes.Scheme}. Its rules are queries, kept in the file ")
                .Leaf("code", "themes.yaml").Text(" of the corpus.").End("p");
        });
    }
}
