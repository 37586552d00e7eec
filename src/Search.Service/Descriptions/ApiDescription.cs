using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Search.Service.Descriptions;

/// <summary>The API's description, at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    /// <summary>Adds what writes the description.</summary>
    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.AddOperationTransformer(ParameterDescriptions.Add);
            options.AddDocumentTransformer(Introduce);
        });

    /// <summary>Adds its endpoint.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder routes) =>
        routes.MapOpenApi("/openapi/v1.json");

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context,
        CancellationToken _)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Search",
            Version = "1",
            Description = "Ranked phrase search over the paragraphs of a folder of documents. Every answer comes "
                + "from one "
                + "generation of the index and carries a strong ETag; errors are problem details (RFC 9457) with a "
                + "stable code.",
        };
        // Addresses in answers are relative to whatever host the caller used.
        document.Servers = [new OpenApiServer { Url = "/" }];
        return Task.CompletedTask;
    }
}
