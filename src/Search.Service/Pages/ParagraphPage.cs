using System.Globalization;
using Search.Passages.Documents;
using Search.Passages.Search;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>
/// One paragraph at an address that outlives re-indexing, with what stands around it and how to cite it.
/// </summary>
internal static class ParagraphPage
{
    /// <summary>Writes the page.</summary>
    public static string Write(ParagraphView paragraph, Catalogue catalogue)
    {
        string number = paragraph.Number.ToString(CultureInfo.InvariantCulture);
        PageHead head = new($"Para. {number}, {paragraph.Title}", catalogue)
        {
            Kind = "paragraph",
            Json = paragraph.Links.Self,
        };
        return PageFrame.Write(head, html =>
        {
            string link = PageUrl.Document(paragraph.Document, anchor: paragraph.Id);
            html.Start("header", ("class", "title")).Start("p", ("class", "kicker")).Text($"Paragraph {number} of")
                .End("p")
                .Start("h1", ("dir", "auto")).Leaf("a", paragraph.Title, ("href", link)).End("h1");
            HitItem.WriteMeta(html, paragraph);
            if (!string.IsNullOrEmpty(paragraph.Heading))
            {
                html.Leaf("p", paragraph.Heading, ("class", "heading"), ("dir", "auto"));
            }

            html.End("header");
            WriteAround(html, paragraph.Before);
            html.Start("blockquote", ("class", "quoted"), ("id", paragraph.Id),
                ("cite", PageUrl.Paragraph(paragraph.Id)))
                .Leaf(paragraph.Kind == "table" ? "pre" : "p", paragraph.Text, ("class", "text"),
                ("lang", paragraph.Language), ("dir", "auto"))
                .End("blockquote");
            ThemeChips.Write(html, paragraph, catalogue);
            WriteAround(html, paragraph.After);
            html.Start("p", ("class", "actions"))
                .Leaf("a", "Read in its document", ("href", link), ("class", "primary")).End("p");
            html.Start("section", ("class", "cite")).Leaf("h2", "Cite").Start("p", ("class", "citation shown"))
                .Text(Citation.Of(paragraph)).End("p")
                .Start("p", ("class", "note")).Text(
                "The number in brackets is made of the document and of the text itself: it stays the "
                    + "same when the corpus is indexed anew, and goes when the text changes.").End("p").End("section");
        });
    }

    private static void WriteAround(HtmlWriter html, IReadOnlyList<PassageHit> units)
    {
        foreach (PassageHit unit in units)
        {
            html.Start("p", ("class", "around"), ("lang", unit.Language), ("dir", "auto"))
                .Leaf("a", unit.Number.ToString(CultureInfo.InvariantCulture), ("class", "number"),
                ("href", PageUrl.Paragraph(unit.Id)))
                .Text(unit.Text).End("p");
        }
    }
}
