using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Search.Engine.Searching;

namespace Search.Passages.Search;

/// <summary>Where a search goes on: a generation, and the values of the last hit in it.</summary>
/// <param name="Generation">The generation that the first page came from.</param>
/// <param name="Position">The place within it, as text.</param>
internal sealed record PassageCursor(long Generation, string Position)
{
    /// <summary>The cursor as callers see it: base64url, bound to the request it continues.</summary>
    /// <param name="request">What of the request decides the order of the hits, as text.</param>
    public string Write(string request)
    {
        string body = string.Create(CultureInfo.InvariantCulture, $"{Generation}~{Position}");
        byte[] bytes = Encoding.UTF8.GetBytes($"{Seal(body, request)}~{body}");
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="PassageRequestException">It is no cursor, or that of another request.</exception>
    public static PassageCursor Read(string text, string request)
    {
        string base64 = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        byte[] bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out int length))
        {
            throw Bad();
        }

        string[] parts = Encoding.UTF8.GetString(bytes, 0, length).Split('~', 3);
        if (parts.Length < 3
            || parts[0] != Seal($"{parts[1]}~{parts[2]}", request)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long generation))
        {
            throw Bad();
        }

        return new PassageCursor(generation, parts[2]);
    }

    /// <summary>The error for a cursor whose generation has gone.</summary>
    public static PassageRequestException Expired() => new(
        "cursor_expired", "cursor", "The index has moved on since the page before: start again without a cursor.");

    /// <summary>The values of the last hit.</summary>
    /// <param name="keyCount">Number of sort keys.</param>
    public SortValues Values(int keyCount) =>
        SortValues.TryParse(Position, out SortValues? values) && values.Values.Count == keyCount ? values : throw Bad();

    /// <summary>The error for what is no cursor of the request.</summary>
    public static PassageRequestException Bad() => new(
        "bad_cursor", "cursor", "The cursor belongs to another request, or was changed on its way.");

    private static string Seal(string body, string request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{body}\n{request}")))[..12];
}
