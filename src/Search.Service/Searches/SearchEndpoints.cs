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

    /// <summary>Adds the endpoint.</summary>
    public static void MapSearch(this IEndpointRouteBuilder routes, LimitSettings limits) =>
        routes.MapGet(Path, SearchAsync)
            .Describe("search", "Search passages",
                "Ranked passages, with the stretches that matched, exact counts and facets. Offsets are half-open "
                    + "and count the code points of the returned text.",
                SearchParameters.Specs(limits), 400, 410, 503);

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
        return new JsonAnswer<PassageResponse>(response, EntityTag.Of(response.Generation, url));
    }
}
