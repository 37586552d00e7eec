using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Search.Passages;
using Search.Passages.Documents;
using Search.Service.Answers;
using Search.Service.Descriptions;
using Search.Service.Problems;
using Search.Service.Requests;

namespace Search.Service.Paragraphs;

/// <summary><c>GET /api/v1/paragraphs/{id}</c>.</summary>
internal static class ParagraphEndpoints
{
    /// <summary>Adds the endpoint.</summary>
    public static void MapParagraphs(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/paragraphs/{id}", Get)
            .Describe("paragraph", "One paragraph", "A paragraph by its address, with its themes and its neighbours.",
                [], 400, 404, 503);

    private static JsonAnswer<ParagraphView> Get(string id, HttpContext context, PassageIndex index)
    {
        _ = context.Checked();
        ParagraphView view = index.Paragraph(id) ?? throw Missing(id);
        return new JsonAnswer<ParagraphView>(view, EntityTag.Of(view.Generation, "/api/v1/paragraphs/" + view.Id));
    }

    /// <summary>There is no paragraph of that id.</summary>
    public static ProblemException Missing(string id) => new(
        new Problem(404, "paragraph_not_found", $"There is no paragraph '{CheckedParameters.Shown(id)}'.")
        {
            Hint = "Its text may have changed since: a paragraph's address holds a digest of its text.",
        });
}
