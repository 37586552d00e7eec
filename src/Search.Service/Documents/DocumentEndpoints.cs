using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Search.Passages;
using Search.Passages.Documents;
using Search.Service.Answers;
using Search.Service.Descriptions;
using Search.Service.Problems;
using Search.Service.Requests;
using Search.Service.Settings;

namespace Search.Service.Documents;

/// <summary><c>GET /api/v1/documents</c> and <c>GET /api/v1/documents/{id}</c>.</summary>
internal static class DocumentEndpoints
{
    private const string Path = "/api/v1/documents";

    /// <summary>Adds the endpoints.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder routes, LimitSettings limits)
    {
        routes.MapGet(Path, List)
            .Describe("documents", "The documents", "What is known about each document of the index, and its themes.",
                DocumentParameters.Specs(limits), 400, 410, 503);
        routes.MapGet(Path + "/{id}", Get)
            .Describe("document", "One document", "A document with all its units, of every kind, in reading order.",
                [], 400, 404, 503);
    }

    private static JsonAnswer<DocumentsResponse> List(HttpContext context, PassageIndex index, SearchSettings settings)
    {
        DocumentsRequest request = DocumentParameters.Read(context.Checked(), settings.Limits);
        DocumentsResponse response = index.Documents(request);
        return new JsonAnswer<DocumentsResponse>(
            response, EntityTag.Of(response.Generation, DocumentParameters.Url(Path, request)));
    }

    private static JsonAnswer<DocumentView> Get(string id, HttpContext context, PassageIndex index)
    {
        _ = context.Checked();
        DocumentView view = index.Document(id) ?? throw Missing(id);
        return new JsonAnswer<DocumentView>(view, EntityTag.Of(view.Generation, $"{Path}/{view.Id}"));
    }

    /// <summary>There is no document of that id.</summary>
    public static ProblemException Missing(string id) => new(
        new Problem(404, "document_not_found", $"There is no document '{CheckedParameters.Shown(id)}'.")
        {
            Hint = "/api/v1/documents lists them; /api/v1/status names the files that could not be read.",
        });
}
