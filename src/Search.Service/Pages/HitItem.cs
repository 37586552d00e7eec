using System.Globalization;
using Search.Passages.Search;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>One hit of the list.</summary>
internal static class HitItem
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, PassageHit hit, PassageRequest request, Catalogue catalogue)
    {
        string link = PageUrl.Document(hit.Document, request, hit.Id);
        html.Start("li", ("class", "hit")).Start("article", ("id", hit.Id), ("tabindex", "-1"));
        html.Start("header").Start("h2", ("dir", "auto")).Start("a", ("href", link), ("class", "open"));
        Marked.Write(html, hit.Title, hit.Spans, "title").End("a").End("h2");
        WriteMeta(html, hit);
        html.End("header");
        if (!string.IsNullOrEmpty(hit.Heading))
        {
            html.Start("p", ("class", "heading"), ("dir", "auto"));
            Marked.Write(html, hit.Heading, hit.Spans, "heading").End("p");
        }

        if (hit.LeadIn is not null)
        {
            html.Leaf("p", hit.LeadIn, ("class", "lead-in"), ("lang", hit.Language), ("dir", "auto"));
        }

        html.Start("p", ("class", "text text-" + hit.Kind), ("lang", hit.Language), ("dir", "auto"));
        bool isCut = Marked.WriteSnippet(html, hit);
        html.End("p");
        ThemeChips.Write(html, hit, catalogue);
        html.Start("p", ("class", "actions"))
            .Leaf("a", isCut ? "Read all of it in its document" : "Read in its document", ("href", link))
            .Leaf("a", "Cite", ("href", PageUrl.Paragraph(hit.Id)))
            .End("p");
        html.Start("p", ("class", "citation")).Text(Citation.Of(hit)).End("p");
        html.End("article").End("li").Line();
    }

    /// <summary>Writes who, when, what and where of a paragraph on one line.</summary>
    public static void WriteMeta(HtmlWriter html, PassageHit hit)
    {
        html.Start("p", ("class", "meta"));
        if (hit.Issuer is not null)
        {
            html.Leaf("span", hit.Issuer, ("class", "issuer"), ("dir", "auto"));
        }

        if (hit.Date is not null)
        {
            html.Leaf("time", Words.Date(hit.Date), ("datetime", hit.Date));
        }

        if (hit.Type is not null)
        {
            html.Leaf("span", hit.Type);
        }

        string number = hit.Number.ToString(CultureInfo.InvariantCulture);
        html.Leaf("span", hit.Kind == "paragraph" ? $"para. {number}" : $"{Words.Kind(hit.Kind)}, para. {number}");
        if (hit.Page is int page)
        {
            html.Leaf("span", string.Create(CultureInfo.InvariantCulture, $"p. {page}"));
        }

        html.End("p");
    }
}
