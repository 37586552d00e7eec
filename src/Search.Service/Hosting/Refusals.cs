using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Search.Service.Problems;
using Search.Service.Settings;
using Search.Service.Themes;

namespace Search.Service.Hosting;

/// <summary>
/// What is refused before any endpoint sees it: an address too long, a format that the API does not speak.
/// </summary>
internal static class Refusals
{
    /// <summary>Adds the checks.</summary>
    public static void UseRefusals(this IApplicationBuilder app, LimitSettings limits) =>
        app.Use((context, next) =>
        {
            HttpRequest request = context.Request;
            int length = (request.Path.Value?.Length ?? 0) + (request.QueryString.Value?.Length ?? 0);
            return length > limits.UrlBytes
                ? throw new ProblemException(ProblemFor.Status(414) with { Hint = $"At most {limits.UrlBytes} bytes." })
                : ApiPath.Is(request.Path) && !IsTaken(request)
                ? throw new ProblemException(ProblemFor.Status(406))
                : next(context);
        });

    private static bool IsTaken(HttpRequest request)
    {
        StringValues accepted = request.Headers.Accept;
        return AcceptHeader.Takes(accepted, "application", "json")
            || (request.Path.Equals(ThemeEndpoints.ExportPath, StringComparison.Ordinal)
                && (AcceptHeader.Takes(accepted, "text", "csv")
                    || AcceptHeader.Takes(accepted, "application", "x-ndjson")));
    }
}
