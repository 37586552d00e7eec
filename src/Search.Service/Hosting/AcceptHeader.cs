using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Search.Service.Hosting;

/// <summary>Reads the <c>Accept</c> header.</summary>
internal static class AcceptHeader
{
    /// <summary>Whether a caller takes a media type. No header, or one that cannot be read, takes everything.</summary>
    public static bool Takes(StringValues header, string type, string subtype)
    {
        if (header.Count == 0
            || !MediaTypeHeaderValue.TryParseList([.. header.OfType<string>()], out IList<MediaTypeHeaderValue>? ranges)
            || ranges.Count == 0)
        {
            return true;
        }

        // The most specific range decides, so that "application/json;q=0, */*" means no JSON.
        MediaTypeHeaderValue? best = ranges
            .Where(range => Covers(range, type, subtype))
            .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
            .FirstOrDefault();
        return best is not null && best.Quality is null or > 0;
    }

    private static bool Covers(MediaTypeHeaderValue range, string type, string subtype) =>
        range.MatchesAllTypes
        || (range.Type.Equals(type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || range.SubType.Equals(subtype, StringComparison.OrdinalIgnoreCase)));
}
