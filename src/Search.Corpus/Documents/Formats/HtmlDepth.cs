using System.Collections.Frozen;

namespace Search.Corpus.Documents.Formats;

/// <summary>
/// Estimates how deep a page nests before it is parsed: parsers of HTML look up the open elements at every tag, so deep
/// pages take them quadratic time.
/// </summary>
internal static class HtmlDepth
{
    private const int LongestName = 12;

    // Elements that have no end, or whose end pages leave out.
    private static readonly FrozenSet<string> Uncounted = FrozenSet.ToFrozenSet(
        [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
                "wbr",
            "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "html", "head", "body",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True where elements nest deeper than the limit.</summary>
    public static bool IsBeyond(ReadOnlySpan<char> text, int limit)
    {
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> uncounted =
            Uncounted.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0;
        while (true)
        {
            int at = text.IndexOf('<');
            if (at < 0 || at + 1 >= text.Length)
            {
                return false;
            }

            bool isEnd = text[at + 1] == '/';
            text = text[(at + (isEnd ? 2 : 1))..];
            int length = 0;
            while (length < text.Length && length < LongestName && char.IsAsciiLetterOrDigit(text[length]))
            {
                length++;
            }

            if (length > 0 && !uncounted.Contains(text[..length]))
            {
                depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
                if (depth > limit)
                {
                    return true;
                }
            }
        }
    }
}
