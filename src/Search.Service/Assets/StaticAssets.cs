using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Search.Service.Answers;

namespace Search.Service.Assets;

/// <summary>
/// The page's own files, held in the assembly: style, script, icon. Their addresses change with their content.
/// </summary>
internal static class StaticAssets
{
    private static readonly Dictionary<string, (byte[] Bytes, string Hash)> Files = Read();

    /// <summary>Address of a file, with a digest of its content.</summary>
    public static string Url(string name) => $"/assets/{name}?v={Files[name].Hash}";

    /// <summary>Adds the endpoint.</summary>
    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{name}", Get).ExcludeFromDescription();

    private static IResult Get(string name, HttpContext context)
    {
        if (!Files.TryGetValue(name, out (byte[] Bytes, string Hash) file))
        {
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        }

        bool isPinned = file.Hash.Equals(context.Request.Query["v"], StringComparison.Ordinal);
        string tag = $"\"{file.Hash}\"";
        context.Response.Headers.CacheControl = isPinned ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.Headers.ETag = tag;
        return EntityTag.IsHeld(context.Request, tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(file.Bytes, TypeOf(name));
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private static Dictionary<string, (byte[] Bytes, string Hash)> Read()
    {
        const string Prefix = "assets/";
        Assembly assembly = typeof(StaticAssets).Assembly;
        Dictionary<string, (byte[] Bytes, string Hash)> files = new(StringComparer.Ordinal);
        foreach (string resource in assembly.GetManifestResourceNames()
            .Where(one => one.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(resource)
                ?? throw new InvalidOperationException($"The resource {resource} cannot be read.");
            using MemoryStream copy = new();
            stream.CopyTo(copy);
            byte[] bytes = copy.ToArray();
            files[resource[Prefix.Length..]] = (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8)));
        }

        return files;
    }
}
