using Search.Text.Breaking;

namespace Search.Passages.Snippets;

/// <summary>Parts a text where a snippet may begin and end.</summary>
internal static class TextPieces
{
    /// <summary>Longest sentence that is kept whole, in UTF-16 code units.</summary>
    public const int LongestSentence = 900;

    private const int LeastPiece = 240;

    /// <summary>
    /// The sentences of a text, in order and without a gap. One that is too long to be shown, such as the list of a
    /// resolution, is parted at its blanks, and rather behind a semicolon.
    /// </summary>
    public static List<TextStretch> Of(string text)
    {
        List<TextStretch> pieces = [];
        SentenceBreaker breaker = new(text, joinsAbbreviations: true);
        while (breaker.MoveNext())
        {
            Part(text, breaker.Start, breaker.End, pieces);
        }

        return pieces;
    }

    private static void Part(string text, int start, int end, List<TextStretch> pieces)
    {
        while (end - start > LongestSentence)
        {
            int cut = Cut(text.AsSpan(start, LongestSentence - LeastPiece)[LeastPiece..]);
            if (cut < 0)
            {
                break;
            }

            pieces.Add(new TextStretch(start, start + LeastPiece + cut));
            start += LeastPiece + cut;
        }

        pieces.Add(new TextStretch(start, end));
    }

    /// <summary>Behind the first semicolon and its blank, or behind the first blank; -1 where there is none.</summary>
    private static int Cut(ReadOnlySpan<char> text)
    {
        int semicolon = text.IndexOf("; ", StringComparison.Ordinal);
        return semicolon >= 0 ? semicolon + 2 : text.IndexOf(' ') is int blank and >= 0 ? blank + 1 : -1;
    }
}
