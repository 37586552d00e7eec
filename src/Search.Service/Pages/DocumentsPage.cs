using Search.Passages.Documents;
using Search.Service.Documents;
using Search.Service.Requests;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>The list of documents.</summary>
internal static class DocumentsPage
{
    private static readonly (DocumentSort Sort, string Label)[] Orders =
    [
        (DocumentSort.DateDescending, "Newest"),
        (DocumentSort.DateAscending, "Oldest"),
        (DocumentSort.Title, "Title"),
        (DocumentSort.Id, "File"),
    ];

    /// <summary>Writes the page.</summary>
    public static string Write(DocumentsRequest request, DocumentsResponse response, int failures, Catalogue catalogue)
    {
        PageHead head = new("Documents", catalogue)
        {
            Section = "/documents",
            Kind = "list",
            Json = DocumentParameters.Url("/api/v1/documents", request),
        };
        return PageFrame.Write(head, html =>
        {
            html.Leaf("h1", "Documents").Start("div", ("class", "summary"))
                .Start("p", ("role", "status")).Leaf("b", Words.Number(response.Total))
                .Text(response.Total == 1 ? " document" : " documents");
            if (failures > 0)
            {
                html.Text(", ").Leaf("a", $"{Words.Count(failures, "file", "files")} not read", ("href", "/status"));
            }

            html.End("p").Start("nav", ("class", "orders"), ("aria-label", "Order"));
            foreach ((DocumentSort sort, string label) in Orders)
            {
                html.Leaf("a", label, ("href", Url(sort, null)),
                    ("aria-current", sort == request.Sort ? "true" : null));
            }

            html.End("nav").End("div").Start("ul", ("class", "documents"));
            foreach (DocumentFacts document in response.Documents)
            {
                DocumentItem.Write(html, document, catalogue);
            }

            html.End("ul");
            if (response.Next is not null)
            {
                html.Start("nav", ("class", "paging"), ("aria-label", "Pages"))
                    .Leaf("a", "More documents", ("href", Url(request.Sort, response.Next)), ("rel", "next"),
                    ("class", "primary"))
                    .End("nav");
            }
        });
    }

    private static string Url(DocumentSort sort, string? cursor) =>
        new UrlWriter("/documents").Add("sort", DocumentParameters.NameOf(sort)).Add("cursor", cursor).ToString();
}
