using Search.Passages.Documents;
using Search.Passages.Search;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>One document of a list.</summary>
internal static class DocumentItem
{
    /// <summary>Writes it, with its themes where the catalogue names them.</summary>
    public static void Write(HtmlWriter html, DocumentFacts document, Catalogue catalogue)
    {
        html.Start("li").Start("h3", ("dir", "auto"))
            .Leaf("a", document.Title, ("href", PageUrl.Document(document.Id))).End("h3");
        WriteMeta(html, document);
        if (catalogue.Themes.Count > 0 && document.Themes.Count > 0)
        {
            html.Start("p", ("class", "tally"));
            foreach (FacetCount theme in document.Themes)
            {
                (string label, int place) = catalogue.Theme(theme.Value);
                PassageRequest request = new()
                {
                    Filters = [new PassageFilter("theme", theme.Value), new PassageFilter("doc", document.Id)],
                };
                html.Start("a", ("class", $"theme-{place}"), ("href", PageUrl.Search(request)))
                    .Leaf("span", "", ("class", "dot")).Text($"{label} {Words.Number(theme.Count)}").End("a");
            }

            html.End("p");
        }

        html.End("li").Line();
    }

    /// <summary>Writes who, when and what of a document on one line.</summary>
    public static void WriteMeta(HtmlWriter html, DocumentFacts document)
    {
        html.Start("p", ("class", "meta"));
        if (document.Issuer is not null)
        {
            html.Leaf("span", document.Issuer, ("class", "issuer"), ("dir", "auto"));
        }

        if (document.Date is not null)
        {
            html.Leaf("time", Words.Date(document.Date), ("datetime", document.Date));
        }

        if (document.Type is not null)
        {
            html.Leaf("span", document.Type);
        }

        html.Leaf("span", Words.Count(document.Paragraphs, "paragraph", "paragraphs")).End("p");
    }
}
