using System.Text;
using System.Text.RegularExpressions;

namespace Search.Corpus.Paragraphs.Scoring;

/// <summary>
/// Text as splits are compared: letters and digits alone, so that hyphens, bullets and quotes do not matter.
/// </summary>
internal static partial class SplitText
{
    private const string MarkBearers = ".,;:!?”\"’')]";

    /// <summary>Words as letters and digits, note marks and a bullet left out; the first word is kept whole.</summary>
    public static List<string> Tokens(string text)
    {
        text = Fold(text).Replace("\u00AD", "", StringComparison.Ordinal);
        text = HyphenAtEnd().Replace(Markup(text), "");
        text = Bullet().Replace(text, "");
        List<string> result = [];
        string before = "";
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i];
            if (i > 0)
            {
                bool isMark = LoneMark().IsMatch(word) && MarkBearers.Contains(before[^1], StringComparison.Ordinal);
                before = word;
                if (isMark)
                {
                    continue;
                }

                word = GluedMark().Replace(word, "");
            }
            else
            {
                before = word;
            }

            string core = Alphanumeric(word);
            if (core.Length > 0)
            {
                result.Add(core);
            }
        }

        return result;
    }

    /// <summary>All words in one.</summary>
    public static string Key(string text) => string.Concat(Tokens(text));

    /// <summary>Key of a unit's last words: a number at their head may be a note's mark and is left out.</summary>
    public static string EndKey(string text)
    {
        List<string> words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
        while (words.Count > 3 && !words[0].All(char.IsLetter))
        {
            words.RemoveAt(0);
        }

        return Key(string.Join(' ', words));
    }

    /// <summary>Every letter and digit, marks included: reads the same wherever units were cut.</summary>
    public static string Plain(string text) => Alphanumeric(Markup(Fold(text)));

    /// <summary>Words by blanks.</summary>
    public static int CountWords(string text) => Prose.CountWords(text);

    private static string Markup(string text) => Tag().Replace(Link().Replace(text, "$1"), "");

    private static string Alphanumeric(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    // What compatibility forms occur in documents: raised and lowered digits, ligatures, the ellipsis.
    private static string Fold(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (char c in text)
        {
            _ = c switch
            {
                '¹' => result.Append('1'),
                '²' => result.Append('2'),
                '³' => result.Append('3'),
                '⁰' or (>= '⁴' and <= '⁹') => result.Append((char)('0' + (c - '⁰'))),
                >= '₀' and <= '₉' => result.Append((char)('0' + (c - '₀'))),
                'ﬀ' => result.Append("ff"),
                'ﬁ' => result.Append("fi"),
                'ﬂ' => result.Append("fl"),
                'ﬃ' => result.Append("ffi"),
                'ﬄ' => result.Append("ffl"),
                '…' => result.Append("..."),
                '\u00A0' or '\u2009' or '\u202F' => result.Append(' '),
                _ => result.Append(char.ToLowerInvariant(c)),
            };
        }

        return result.ToString();
    }

    [GeneratedRegex(@"!?\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"</?(?:[a-zA-Z]\w{0,9})(?:\s[^<>]*)?/?>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<=\w)[-\u2010\u2011]\s+(?=\w)")]
    private static partial Regex HyphenAtEnd();

    [GeneratedRegex(@"^(?:[\s•●○◦▪■‣·\-–—*+>#\\\uf000-\uf0ff]+|[xoƔ]\s)+")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\(?\[?[0-9]{1,2}\]?\)?[.,;:]?$")]
    private static partial Regex LoneMark();

    [GeneratedRegex(@"(?<=[a-z.,;:!?”""’')\]])[0-9]{1,3}(?=\W*$)")]
    private static partial Regex GluedMark();
}
