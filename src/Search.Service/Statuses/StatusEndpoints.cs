using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Search.Passages;
using Search.Passages.Indexing;
using Search.Service.Answers;
using Search.Service.Descriptions;
using Search.Service.Reindexing;

namespace Search.Service.Statuses;

/// <summary><c>GET /api/v1/status</c>.</summary>
internal static class StatusEndpoints
{
    /// <summary>Adds the endpoint.</summary>
    public static void MapStatus(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/status", Get)
            .Describe("status", "How the index stands",
                "The generation that answers, what it holds, which files could not be read and why, and how far a "
                    + "running re-index is. Always 200, before the first generation too.",
                [], 400);

    // It changes by itself, so it carries no entity tag.
    private static JsonAnswer<IndexStatus> Get(HttpContext context, PassageIndex index, ReindexClock schedule)
    {
        _ = context.Checked();
        return new JsonAnswer<IndexStatus>(index.Status() with { NextRun = schedule.Next }, tag: null);
    }
}
