using System.Globalization;

namespace Search.Queries.Parsing;

/// <summary>What single UTF-16 code units mean in the query language.</summary>
internal static class QueryCharacters
{
    /// <summary>
    /// Whether a character parts words: white space, control characters, and the invisible marks that come along
    /// when text is pasted (zero-width space, byte order mark, direction marks). Joiners are part of a word.
    /// </summary>
    internal static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c)
        || c is '\u200B' or '\uFEFF' or '\u2060' or '\u061C'
        || c is (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Whether a character opens or closes a phrase; any of them closes what any of them opened.</summary>
    internal static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '＂';

    /// <summary>Whether a character is a hyphen, which is a blank inside quotes.</summary>
    internal static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>Whether a character ends a word wherever it stands.</summary>
    internal static bool EndsWord(char c) =>
        IsBlank(c) || IsQuote(c) || c is '(' or ')' or '[' or ']' or '{' or '}';

    /// <summary>Whether a character is punctuation that hangs on the end of a word in a list.</summary>
    internal static bool IsTrailing(char c) => c is ',' or ';';

    /// <summary>Whether a character is an ASCII digit.</summary>
    internal static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>Whether a character may be part of a word's own text: letters, digits and halves of a pair.</summary>
    internal static bool IsWordLike(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    /// <summary>The value of a hexadecimal digit, or -1.</summary>
    internal static int HexValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    /// <summary>A text with each half of a surrogate pair that stands alone replaced by U+FFFD.</summary>
    internal static string Mended(string text)
    {
        int bad = IndexOfLoneSurrogate(text, 0);
        if (bad < 0)
        {
            return text;
        }

        char[] mended = text.ToCharArray();
        for (; bad >= 0; bad = IndexOfLoneSurrogate(text, bad + 1))
        {
            mended[bad] = '\uFFFD';
        }

        return new string(mended);
    }

    /// <summary>Index of the first half of a surrogate pair that stands alone, or -1.</summary>
    internal static int IndexOfLoneSurrogate(string text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            return i;
        }

        return -1;
    }

    /// <summary>A piece of the input for a message: at most 40 characters, on one line.</summary>
    internal static string Excerpt(string input, int start, int end)
    {
        int length = Math.Min(end - start, 40);
        char[] piece = input.AsSpan(start, length).ToArray();
        for (int i = 0; i < piece.Length; i++)
        {
            bool isInvisible = IsBlank(piece[i]) || char.GetUnicodeCategory(piece[i]) == UnicodeCategory.Format;
            piece[i] = isInvisible ? ' ' : piece[i];
        }

        return Mended(new string(piece)) + (length < end - start ? "…" : string.Empty);
    }
}
