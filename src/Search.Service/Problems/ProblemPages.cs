using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Search.Service.Answers;
using Search.Service.Hosting;
using Search.Service.Pages;

namespace Search.Service.Problems;

/// <summary>
/// The outermost handler: whatever is refused or fails becomes problem details, or a page for a reader.
/// </summary>
internal static partial class ProblemPages
{
    /// <summary>Adds the handler.</summary>
    public static void UseProblems(this IApplicationBuilder app, ILogger log) =>
        app.Use((context, next) => RunAsync(context, next, log));

    [SuppressMessage("Design", "CA1031",
        Justification = "The outermost handler: nothing the caller sends may end the server.")]
    private static async Task RunAsync(HttpContext context, RequestDelegate next, ILogger log)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
            {
                await WriteAsync(context, ProblemFor.Status(context.Response.StatusCode)).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away: there is nobody to answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            Problem problem = ProblemFor.Exception(error);
            if (problem.Status == StatusCodes.Status500InternalServerError)
            {
                LogFailure(log, error, TraceId(context));
            }

            await WriteAsync(context, problem).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(HttpContext context, Problem problem)
    {
        HttpResponse response = context.Response;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        response.Headers.Remove("ETag");
        if (problem.RetryAfterSeconds is int seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        RequestClock.WriteTo(context);
        bool isApi = ApiPath.Is(context.Request.Path);
        byte[] bytes = isApi
            ? JsonSerializer.SerializeToUtf8Bytes(
                ProblemJson.Of(problem, TraceId(context)), ServiceJson.Options)
            : Encoding.UTF8.GetBytes(ProblemPage.Write(problem, TraceId(context)));
        response.ContentType = isApi ? "application/problem+json" : "text/html; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    private static string TraceId(HttpContext context) => Activity.Current?.Id ?? context.TraceIdentifier;

    [LoggerMessage(LogLevel.Error, "A request failed ({TraceId}).")]
    private static partial void LogFailure(ILogger log, Exception error, string traceId);
}
