using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Search.Passages;
using Search.Passages.Suggestions;
using Search.Service.Answers;
using Search.Service.Descriptions;
using Search.Service.Requests;

namespace Search.Service.Searches;

/// <summary><c>GET /api/v1/suggest</c>.</summary>
internal static class SuggestEndpoints
{
    private const string Path = "/api/v1/suggest";
    private const int DefaultLimit = 8;
    private const int MaxLimit = 50;

    /// <summary>Adds the endpoint.</summary>
    public static void MapSuggest(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, Suggest)
            .Describe("suggest", "Complete a query",
                "How a query that is being written may go on: the word at its end, completed from the index together "
                    + "with the words before it, and phrases that begin with them.",
                [
                    new ParameterSpec("q", "The query so far.") { Example = "technical ass" },
                    new ParameterSpec("limit", $"Most completions; {DefaultLimit} unless told otherwise.")
                    { Range = (1, MaxLimit) },
                ],
                400, 503);

    private static JsonAnswer<SuggestResponse> Suggest(HttpContext context, PassageIndex index)
    {
        CheckedParameters sent = context.Checked();
        string query = sent.Text("q") ?? "";
        int limit = sent.Whole("limit", DefaultLimit);
        SuggestResponse response = index.Suggest(query, limit);
        string url = new UrlWriter(Path)
            .Add("q", query)
            .Add("limit", limit.ToString(CultureInfo.InvariantCulture))
            .ToString();
        return new JsonAnswer<SuggestResponse>(response, EntityTag.Of(response.Generation, url));
    }
}
