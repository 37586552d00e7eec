using Microsoft.AspNetCore.Http;
using Search.Passages;

namespace Search.Service.Problems;

/// <summary>Turns what went wrong into a problem.</summary>
internal static class ProblemFor
{
    /// <summary>Says what an exception means for the caller.</summary>
    public static Problem Exception(Exception error) => error switch
    {
        ProblemException known => known.Problem,
        PassageRequestException wrong => Request(wrong),
        IndexNotReadyException => NotReady,
        BadHttpRequestException bad => Status(bad.StatusCode),
        OperationCanceledException => new Problem(503, "search_too_slow", "The search took longer than is allowed.")
        {
            Hint = "Ask for less: fewer wildcards, or a filter.",
        },
        _ => new Problem(500, "internal", "The server failed; the log tells more under this trace id."),
    };

    /// <summary>There is no generation to answer from yet.</summary>
    public static Problem NotReady { get; } =
        new(503, "index_not_ready", "The first index is still being built.")
        {
            Hint = "Ask again in a few seconds; /api/v1/status tells how far it is.",
            RetryAfterSeconds = 3,
        };

    /// <summary>Says what a bare status means.</summary>
    public static Problem Status(int status) => status switch
    {
        404 => new Problem(404, "not_found", "There is nothing at this address.")
        { Hint = "/openapi/v1.json lists what there is." },
        405 => new Problem(405, "method_not_allowed", "Only GET and HEAD are answered here."),
        406 => new Problem(406, "not_acceptable", "The API answers in application/json only."),
        408 => new Problem(408, "request_timeout", "The request came too slowly."),
        413 => new Problem(413, "body_too_large", "A request needs no body."),
        414 => new Problem(414, "url_too_long", "The address is longer than is answered."),
        431 => new Problem(431, "headers_too_large", "The headers are longer than is answered."),
        >= 500 => new Problem(status, "internal", "The server failed; the log tells more under this trace id."),
        _ => new Problem(status, "bad_request", "The request is not valid HTTP."),
    };

    private static Problem Request(PassageRequestException wrong) => new(
        wrong.Code.Equals("cursor_expired", StringComparison.Ordinal) ? 410 : 400, wrong.Code, wrong.Message)
    {
        Param = wrong.Param,
        Position = wrong.Position,
        Hint = wrong.Param.Equals("cursor", StringComparison.Ordinal) ? "Leave the cursor out to begin anew." : null,
    };
}
