using Microsoft.AspNetCore.Http;

namespace Search.Service.Hosting;

/// <summary>Which addresses belong to programs and which to readers: it decides what an error looks like.</summary>
internal static class ApiPath
{
    private static readonly PathString[] Roots = ["/api", "/openapi", "/healthz", "/readyz"];

    /// <summary>Whether an address belongs to programs.</summary>
    public static bool Is(PathString path) =>
        Array.Exists(Roots, root => path.StartsWithSegments(root, StringComparison.Ordinal));
}
