using System.Text;
using Microsoft.AspNetCore.Http;

namespace Search.Service.Answers;

/// <summary>
/// Lines out of one generation, written while they are made, to be kept as a file; 304 where the caller holds them.
/// </summary>
/// <param name="lines">The lines, without their ends.</param>
/// <param name="contentType">What they are.</param>
/// <param name="fileName">What a browser calls the file.</param>
/// <param name="tag">Entity tag.</param>
internal sealed class LinesAnswer(IEnumerable<string> lines, string contentType, string fileName, string tag) : IResult
{
    private const int BlockLength = 1 << 16;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (AnswerHeaders.WriteOrIsHeld(httpContext, tag))
        {
            return;
        }

        var block = new StringBuilder();
        bool isBegun = false;
        foreach (string line in lines)
        {
            // The first line is made before anything is sent, so that a request that is wrong can still be refused.
            Begin();
            block.Append(line).Append('\n');
            if (block.Length >= BlockLength)
            {
                await SendAsync(httpContext, block).ConfigureAwait(false);
            }
        }

        Begin();
        await SendAsync(httpContext, block).ConfigureAwait(false);

        void Begin()
        {
            if (!isBegun)
            {
                httpContext.Response.ContentType = contentType;
                httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
                isBegun = true;
            }
        }
    }

    private static async Task SendAsync(HttpContext context, StringBuilder block)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(block.ToString());
        block.Clear();
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }
}
