using System.Text;
using Microsoft.AspNetCore.Http;

namespace Search.Service.Answers;

/// <summary>A page.</summary>
/// <param name="html">The whole document.</param>
/// <param name="tag">Entity tag; null for what must not be kept.</param>
/// <param name="status">HTTP status.</param>
internal sealed class HtmlAnswer(string html, string? tag, int status = 200) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (AnswerHeaders.WriteOrIsHeld(httpContext, tag))
        {
            return;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(html);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.ContentLength = bytes.Length;
        await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted).ConfigureAwait(false);
    }
}
