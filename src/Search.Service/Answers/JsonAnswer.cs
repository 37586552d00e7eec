using System.Buffers;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Search.Passages.Json;

namespace Search.Service.Answers;

/// <summary>
/// An answer of the API out of one generation, with its entity tag; 304 without a body where the caller holds it.
/// </summary>
/// <typeparam name="T">Shape of the body.</typeparam>
/// <param name="body">The body; may be left out where the caller is known to hold it.</param>
/// <param name="tag">Entity tag; null for what changes by itself and must not be kept.</param>
internal sealed class JsonAnswer<T>(T? body, string? tag) : IResult, IEndpointMetadataProvider
{
    private const int MostKept = 1 << 20;

    // Kept for the answer that comes next, so that an answer takes no memory but what goes over the wire.
    private static ArrayBufferWriter<byte>? _spare;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (AnswerHeaders.WriteOrIsHeld(httpContext, tag))
        {
            return;
        }

        ArrayBufferWriter<byte> output = Interlocked.Exchange(ref _spare, null) ?? new ArrayBufferWriter<byte>();
        PassageJson.Write(output, body);
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = output.WrittenCount;
        await httpContext.Response.Body.WriteAsync(output.WrittenMemory, httpContext.RequestAborted)
            .ConfigureAwait(false);
        if (output.Capacity <= MostKept)
        {
            output.ResetWrittenCount();
            Volatile.Write(ref _spare, output);
        }
    }

    /// <summary>Says what an endpoint that returns this may answer.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(304, typeof(void)));
    }
}
