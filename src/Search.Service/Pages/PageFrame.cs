using Search.Service.Assets;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>Writes what all pages share: head, banner, navigation, footer.</summary>
internal static class PageFrame
{
    /// <summary>Name of the program, as pages show it.</summary>
    public const string Name = "Search";

    private static readonly (string Url, string Label)[] Sections =
        [("/", "Search"), ("/documents", "Documents"), ("/themes", "Themes"), ("/help", "Help")];

    /// <summary>Writes a whole page.</summary>
    /// <param name="head">What is around the content.</param>
    /// <param name="content">Writes the content of the main landmark.</param>
    public static string Write(PageHead head, Action<HtmlWriter> content)
    {
        HtmlWriter html = new();
        html.Doctype().Start("html", ("lang", "en"));
        WriteHead(html, head);
        html.Start("body", ("class", head.Kind));
        html.Leaf("a", "Skip to the content", ("class", "skip"), ("href", "#main")).Line();
        WriteBanner(html, head);
        html.Start("main", ("id", "main"), ("tabindex", "-1"));
        content(html);
        html.End("main").Line();
        WriteFooter(html, head);
        KeyHelp.Write(html);
        return html.End("body").End("html").Line().ToString();
    }

    private static void WriteHead(HtmlWriter html, PageHead head)
    {
        html.Start("head").Void("meta", ("charset", "utf-8"))
            .Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        if (head.IsUnlisted)
        {
            html.Void("meta", ("name", "robots"), ("content", "noindex"));
        }

        html.Leaf("title", head.Title.Length == 0 ? Name : $"{head.Title} · {Name}")
            .Void("link", ("rel", "icon"), ("href", StaticAssets.Url("icon.svg")), ("type", "image/svg+xml"))
            .Void("link", ("rel", "stylesheet"), ("href", StaticAssets.Url("site.css")));
        if (head.Catalogue.Generation is long generation)
        {
            html.Void("link", ("rel", "stylesheet"), ("href", ThemeColours.Url(generation)));
        }

        if (head.Json is not null)
        {
            html.Void("link", ("rel", "alternate"), ("type", "application/json"), ("href", head.Json));
        }

        html.Leaf("script", "", ("src", StaticAssets.Url("site.js")), ("defer", "")).End("head").Line();
    }

    private static void WriteBanner(HtmlWriter html, PageHead head)
    {
        html.Start("header", ("class", "banner")).Start("div", ("class", "banner-inner"))
            .Start("a", ("class", "brand"), ("href", "/"), ("aria-label", "Search: start page"));
        Icons.Write(html, "mark");
        html.Leaf("span", Name).End("a");
        if (head.Request is not null)
        {
            SearchForm.Write(html, head.Request, isLarge: false);
        }

        html.Start("nav", ("aria-label", "Main"));
        foreach ((string url, string label) in Sections)
        {
            bool isCurrent = url.Equals(head.Section, StringComparison.Ordinal);
            html.Leaf("a", label, ("href", url), ("aria-current", isCurrent ? "page" : null));
        }

        html.End("nav").End("div").End("header").Line();
    }

    private static void WriteFooter(HtmlWriter html, PageHead head)
    {
        html.Start("footer", ("class", "colophon")).Start("p");
        html.Text(head.Catalogue.Generation is long generation
            ? $"Index generation {Words.Number(generation)}. " : "No index yet. ");
        html.Leaf("a", "Status", ("href", "/status")).Text(" · ");
        if (head.Json is not null)
        {
            html.Leaf("a", "This page as JSON", ("href", head.Json)).Text(" · ");
        }

        html.Leaf("a", "API", ("href", "/openapi/v1.json")).Text(" · ").Leaf("a", "Query syntax", ("href", "/help"))
            .End("p").End("footer").Line();
    }
}
