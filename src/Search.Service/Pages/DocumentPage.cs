using System.Globalization;
using Search.Passages.Documents;
using Search.Passages.Search;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>A whole document, with the words of a query marked.</summary>
internal static class DocumentPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="document">The document.</param>
    /// <param name="request">The search whose words are marked; one without a query marks none.</param>
    /// <param name="hits">What matched, by paragraph.</param>
    /// <param name="reading">How the query was read; null without one.</param>
    /// <param name="catalogue">What names things.</param>
    public static string Write(
        DocumentView document, PassageRequest request, IReadOnlyDictionary<string, PassageHit> hits,
            QueryReading? reading,
        Catalogue catalogue)
    {
        PageHead head = new(document.Title, catalogue)
        {
            Request = new PassageRequest { Q = request.Q, IsOr = request.IsOr },
            Kind = "document",
            Json = document.Links.Self,
            IsUnlisted = request.Q is not null,
        };
        return PageFrame.Write(head, html =>
        {
            WriteHead(html, document);
            WriteWithin(html, document, request, hits, reading);
            ThemeStrip.Write(html, document, hits, catalogue);
            WriteUnits(html, document, hits, catalogue);
        });
    }

    private static void WriteHead(HtmlWriter html, DocumentView document)
    {
        html.Start("header", ("class", "title"))
            .Leaf("h1", document.Title, ("dir", "auto"), ("lang", document.Language));
        DocumentItem.WriteMeta(html, document);
        html.Start("details", ("class", "about")).Leaf("summary", "About this document").Start("dl");
        Fact(html, "Language", document.Language is null ? null : Words.Language(document.Language));
        if (document.Source is not null)
        {
            html.Leaf("dt", "Source").Start("dd");
            string? link = PageUrl.External(document.Source);
            if (link is null)
            {
                html.Text(document.Source);
            }
            else
            {
                html.Leaf("a", document.Source, ("href", link), ("rel", "noopener external"));
            }

            html.End("dd");
        }

        Fact(html, "Licence", document.Licence);
        Fact(html, "File", $"{document.Path} ({document.Format})");
        Fact(html, "Units", Words.Number(document.Units));
        Fact(html, "Id", document.Id);
        html.End("dl").End("details").End("header").Line();
    }

    private static void Fact(HtmlWriter html, string name, string? value)
    {
        if (value is not null)
        {
            html.Leaf("dt", name).Leaf("dd", value);
        }
    }

    private static void WriteWithin(
        HtmlWriter html, DocumentView document, PassageRequest request, IReadOnlyDictionary<string, PassageHit> hits,
        QueryReading? reading)
    {
        html.Start("section", ("class", "within"), ("aria-label", "Within this document"))
            .Start("form", ("class", "search small"), ("action", PageUrl.Document(document.Id)), ("method", "get"))
            .Leaf("label", "Mark in this document", ("for", "within"))
            .Void("input", ("type", "search"), ("id", "within"), ("name", "q"), ("value", request.Q),
            ("autocomplete", "off"),
                ("spellcheck", "false"), ("dir", "auto"))
            .Leaf("button", "Mark", ("type", "submit")).End("form");
        if (reading is not null)
        {
            html.Start("p", ("role", "status")).Leaf("b", Words.Number(hits.Count))
                .Text((hits.Count == 1 ? " paragraph matches " : " paragraphs match ") + "your query here. ");
            string? first = document.Passages.FirstOrDefault(one => hits.ContainsKey(one.Id))?.Id;
            if (first is not null)
            {
                html.Leaf("a", "First match", ("href", "#" + first)).Text(" · ");
            }

            html.Leaf("a", "No marks", ("href", PageUrl.Document(document.Id))).End("p");
            QueryLine.Write(html, reading);
        }

        html.End("section").Line();
    }

    private static void WriteUnits(
        HtmlWriter html, DocumentView document, IReadOnlyDictionary<string, PassageHit> hits, Catalogue catalogue)
    {
        List<string> order = [.. document.Passages.Where(one => hits.ContainsKey(one.Id)).Select(one => one.Id)];
        int hitAt = 0;
        int? page = null;
        html.Start("div", ("class", "units"));
        foreach (PassageHit unit in document.Passages)
        {
            if (unit.Page is int next && next != page)
            {
                page = next;
                html.Leaf("p", string.Create(CultureInfo.InvariantCulture, $"page {next}"), ("class", "page-break"));
            }

            DocumentUnit.Neighbours? neighbours = null;
            if (hits.TryGetValue(unit.Id, out PassageHit? hit))
            {
                neighbours = new(order.ElementAtOrDefault(hitAt - 1), order.ElementAtOrDefault(hitAt + 1));
                hitAt++;
            }

            DocumentUnit.Write(html, unit, hit?.Spans ?? [], neighbours, catalogue);
        }

        html.End("div").Line();
    }
}
