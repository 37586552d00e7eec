using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Search.Passages;
using Search.Passages.Themes;
using Search.Service.Answers;
using Search.Service.Descriptions;

namespace Search.Service.Themes;

/// <summary><c>GET /api/v1/themes</c>.</summary>
internal static class ThemeEndpoints
{
    private const string Path = "/api/v1/themes";

    /// <summary>Adds the endpoint.</summary>
    public static void MapThemes(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, Get)
            .Describe("themes", "The themes", "The themes of the scheme, what they mean and how often each was given.",
                [], 400, 503);

    private static JsonAnswer<ThemesResponse> Get(HttpContext context, PassageIndex index)
    {
        _ = context.Checked();
        ThemesResponse response = index.Themes();
        return new JsonAnswer<ThemesResponse>(response, EntityTag.Of(response.Generation, Path));
    }
}
