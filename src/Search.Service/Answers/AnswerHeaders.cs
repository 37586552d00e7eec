using Microsoft.AspNetCore.Http;
using Search.Service.Hosting;

namespace Search.Service.Answers;

/// <summary>Headers that say how long an answer holds.</summary>
internal static class AnswerHeaders
{
    /// <summary>
    /// Writes entity tag, caching and timing; ends the answer with 304 where the caller holds it already.
    /// </summary>
    /// <returns>Whether the answer was ended.</returns>
    public static bool WriteOrIsHeld(HttpContext context, string? tag)
    {
        // An answer may be kept but has to be asked for again: a new generation changes it at any moment.
        context.Response.Headers.CacheControl = tag is null ? "no-store" : "no-cache";
        RequestClock.WriteTo(context);
        if (tag is null)
        {
            return false;
        }

        context.Response.Headers.ETag = tag;
        if (!EntityTag.IsHeld(context.Request, tag))
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
