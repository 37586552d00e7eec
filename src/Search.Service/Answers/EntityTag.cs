using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Search.Service.Answers;

/// <summary>Strong entity tags: the same tag means the same bytes.</summary>
internal static class EntityTag
{
    // A new build may write the same answer differently.
    private static readonly string Build = typeof(EntityTag).Module.ModuleVersionId.ToString("N");

    /// <summary>The tag of an answer: of its generation, its canonical address and the build that writes it.</summary>
    public static string Of(long generation, string canonicalUrl)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Build}\n{generation}\n{canonicalUrl}"));
        return '"' + Convert.ToHexStringLower(hash.AsSpan(0, 12)) + '"';
    }

    /// <summary>Whether the caller holds the answer already, by its <c>If-None-Match</c>.</summary>
    public static bool IsHeld(HttpRequest request, string tag)
    {
        StringValues header = request.Headers.IfNoneMatch;
        if (header.Count == 0 || !EntityTagHeaderValue.TryParseList(
            [.. header.OfType<string>()], out IList<EntityTagHeaderValue>? held))
        {
            return false;
        }

        var wanted = EntityTagHeaderValue.Parse(tag);
        return held.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(wanted, useStrongComparison: false));
    }
}
