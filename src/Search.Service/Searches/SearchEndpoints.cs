using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Search.Passages;
using Search.Passages.Search;
using Search.Service.Answers;
using Search.Service.Descriptions;
using Search.Service.Settings;

namespace Search.Service.Searches;

/// <summary><c>GET /api/v1/search</c>.</summary>
internal static class SearchEndpoints
{
    /// <summary>Path of the endpoint.</summary>
    public const string Path = "/api/v1/search";

    /// <summary>Path of the endpoint that reads a query without searching.</summary>
    private const string ParsePath = "/api/v1/parse";

    /// <summary>Adds the endpoint.</summary>
    public static void MapSearch(this IEndpointRouteBuilder routes, LimitSettings limits) =>
        routes.MapGet(Path, SearchAsync)
            .Describe("search", "Search passages",
                "Ranked passages, with the stretches that matched, exact counts and facets. Offsets are half-open "
                    + "and count the code points of the returned text.",
                SearchParameters.Specs(limits), 400, 410, 503);

    /// <summary>Adds the endpoint that reads a query without searching.</summary>
    public static void MapParse(this IEndpointRouteBuilder routes) =>
        routes.MapGet(ParsePath, Parse)
            .Describe("parse", "Read a query",
                "How a search would read the query: the tree, one sentence, what was repaired, and what its wildcards "
                    + "and its bare words also find; without searching.",
                SearchParameters.QuerySpecs, 400);

    private static JsonAnswer<ParseResponse> Parse(HttpContext context, PassageIndex index)
    {
        PassageRequest request = SearchParameters.ReadQuery(context.Checked());
        ParseResponse response = index.Parse(request);
        string url = SearchUrl.Write(ParsePath, request, request.Limit, request.FacetSize);
        return new JsonAnswer<ParseResponse>(
            response, response.Generation is long generation ? EntityTag.Of(generation, url) : null);
    }

    private static async Task<JsonAnswer<PassageResponse>> SearchAsync(
        HttpContext context, PassageIndex index, SearchDesk desk, SearchSettings settings)
    {
        LimitSettings limits = settings.Limits;
        PassageRequest request = SearchParameters.Read(context.Checked(), limits);
        string url = SearchUrl.Write(Path, request, limits.DefaultHits, limits.DefaultFacetValues);

        // Where the caller holds the answer of the current generation, there is nothing to search for.
        if (index.Generation is long current && EntityTag.Of(current, url) is string held
            && EntityTag.IsHeld(context.Request, held))
        {
            return new JsonAnswer<PassageResponse>(default, held);
        }

        PassageResponse response = await desk.SearchAsync(request, context.RequestAborted).ConfigureAwait(false);
        // What was cut short by the time is another answer the next time.
        string? tag = response.Query.Limits.Contains("limit-time") ? null : EntityTag.Of(response.Generation, url);
        return new JsonAnswer<PassageResponse>(response, tag);
    }
}
