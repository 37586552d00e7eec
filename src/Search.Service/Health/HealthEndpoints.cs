using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Search.Passages;
using Search.Service.Descriptions;
using Search.Service.Problems;

namespace Search.Service.Health;

/// <summary><c>GET /healthz</c>: the process lives; <c>GET /readyz</c>: there is a generation to search.</summary>
internal static class HealthEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", Live)
            .Describe("healthz", "Is the process alive", "200 while the process answers.", []);
        routes.MapGet("/readyz", Ready)
            .Describe("readyz", "Is there an index to search",
            "200 once there is a generation to search, 503 before.", [], 503);
    }

    private static Ok<HealthReport> Live(HttpContext context, PassageIndex index) =>
        Report(context, "ok", index.Generation);

    private static Ok<HealthReport> Ready(HttpContext context, PassageIndex index) =>
        index.Generation is long generation
            ? Report(context, "ready", generation)
            : throw new ProblemException(ProblemFor.NotReady);

    private static Ok<HealthReport> Report(HttpContext context, string status, long? generation)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new HealthReport(status, generation));
    }
}
