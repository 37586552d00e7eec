using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Search.Service.Hosting;

/// <summary>Measures how long the server needs, for the <c>Server-Timing</c> header.</summary>
internal static class RequestClock
{
    private static readonly object Key = new();

    /// <summary>Starts the clock of each request.</summary>
    public static void UseRequestClock(this IApplicationBuilder app, TimeProvider clock) =>
        app.Use((context, next) =>
        {
            context.Items[Key] = (clock, clock.GetTimestamp());
            return next(context);
        });

    /// <summary>Writes the header, with the time up to now.</summary>
    public static void WriteTo(HttpContext context)
    {
        if (context.Items[Key] is (TimeProvider clock, long start))
        {
            double milliseconds = clock.GetElapsedTime(start).TotalMilliseconds;
            context.Response.Headers["Server-Timing"] =
                "app;dur=" + milliseconds.ToString("0.00", CultureInfo.InvariantCulture);
        }
    }
}
