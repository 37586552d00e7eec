using Search.Passages.Documents;
using Search.Passages.Indexing;
using Search.Passages.Search;
using Search.Passages.Themes;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>The start page: the box, the themes, the newest documents.</summary>
internal static class HomePage
{
    /// <summary>Writes the page.</summary>
    public static string Write(IndexStatus status, IReadOnlyList<DocumentFacts> newest, Catalogue catalogue)
    {
        PageHead head = new("", catalogue) { Request = null, Section = "/", Kind = "home", Json = "/api/v1/status" };
        return PageFrame.Write(head, html => WriteContent(html, status, newest, catalogue));
    }

    private static void WriteContent(
        HtmlWriter html, IndexStatus status, IReadOnlyList<DocumentFacts> newest, Catalogue catalogue)
    {
        html.Start("section", ("class", "hero")).Leaf("h1", "What they said, paragraph by paragraph")
            .Start("p", ("class", "stand")).Text("Ranked search over ")
            .Leaf("b", Words.Count(status.Paragraphs, "paragraph", "paragraphs")).Text(" of ")
            .Start("a", ("href", "/documents")).Text(Words.Count(status.Documents, "document", "documents")).End("a")
            .Text(". Every hit shows the words that matched, and can be cited.").End("p");
        SearchForm.Write(html, new PassageRequest(), isLarge: true);
        html.Start("p", ("class", "tries")).Text("Try ");
        string[] tries = ["\"technical assistance\"", "ransomware OR malware", "surveill*"];
        for (int i = 0; i < tries.Length; i++)
        {
            html.Text(i == 0 ? "" : " · ").Start("a", ("href", PageUrl.Search(new PassageRequest { Q = tries[i] })))
                .Leaf("code", tries[i]).End("a");
        }

        html.Text(" · ").Leaf("a", "all passages, newest first", ("href", "/?sort=-date")).End("p").End("section")
            .Line();
        WriteThemes(html, catalogue.Themes);
        WriteNewest(html, newest);
    }

    private static void WriteThemes(HtmlWriter html, IReadOnlyList<ThemeFacts> themes)
    {
        if (themes.Count == 0)
        {
            return;
        }

        html.Start("section", ("class", "themes"), ("aria-labelledby", "themes-title"))
            .Leaf("h2", "By theme", ("id", "themes-title")).Start("ul", ("class", "cards"));
        for (int i = 0; i < themes.Count; i++)
        {
            html.Start("li", ("class", $"card theme-{i}")).Start("a", ("href", PageUrl.Filtered("theme", themes[i].Id)))
                .Leaf("h3", themes[i].Label)
                .Leaf("p", themes[i].Definition, ("class", "definition"))
                .Start("p", ("class", "numbers"))
                .Leaf("b", Words.Count(themes[i].Paragraphs, "paragraph", "paragraphs"))
                .Text(" in " + Words.Count(themes[i].Documents, "document", "documents")).End("p").End("a").End("li");
        }

        html.End("ul").End("section").Line();
    }

    private static void WriteNewest(HtmlWriter html, IReadOnlyList<DocumentFacts> newest)
    {
        if (newest.Count == 0)
        {
            return;
        }

        html.Start("section", ("class", "newest"), ("aria-labelledby", "newest-title"))
            .Leaf("h2", "Newest documents", ("id", "newest-title")).Start("ul", ("class", "documents"));
        foreach (DocumentFacts document in newest)
        {
            DocumentItem.Write(html, document, Catalogue.Empty);
        }

        html.End("ul").Start("p").Leaf("a", "All documents", ("href", "/documents")).End("p").End("section").Line();
    }
}
