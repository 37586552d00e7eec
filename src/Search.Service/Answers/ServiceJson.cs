using System.Text.Encodings.Web;
using System.Text.Json;

namespace Search.Service.Answers;

/// <summary>How the shapes of this project are written.</summary>
internal static class ServiceJson
{
    /// <summary>With readable quotation marks and accents: what is written with it never lands inside a page.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = ServiceJsonContext.Default,
    };
}
