using System.Runtime.InteropServices;
using System.Text;

namespace Search.Engine.Matching.Automata;

/// <summary>Makes patterns from what a query holds; the texts are folded already.</summary>
internal static class TermPatterns
{
    /// <summary>Longest pattern in code points; a longer one takes in nothing.</summary>
    public const int MaxLength = 1_000;

    /// <summary>
    /// Terms of a wildcard pattern: <c>*</c> any text, <c>?</c> one code point, backslash takes the next as it is.
    /// </summary>
    public static TermPattern? Wildcard(string pattern)
    {
        List<(int CodePoint, bool IsLiteral)> parts = [];
        bool isEscaped = false;
        foreach (Rune rune in pattern.EnumerateRunes())
        {
            if (!isEscaped && rune.Value == '\\')
            {
                isEscaped = true;
                continue;
            }

            bool isLiteral = isEscaped || rune.Value is not ('*' or '?');
            if (isLiteral || rune.Value == '?' || parts.Count == 0 || parts[^1] != ('*', false))
            {
                parts.Add((rune.Value, isLiteral));
            }

            isEscaped = false;
        }

        if (parts.Count > MaxLength)
        {
            return null;
        }

        int firstWildcard = parts.FindIndex(part => !part.IsLiteral);
        if (firstWildcard >= 0 && firstWildcard == parts.Count - 1 && parts[^1].CodePoint == '*')
        {
            string literal = string.Concat(parts.SkipLast(1).Select(part => Text(part.CodePoint)));
            return new PrefixPattern(Encoding.UTF8.GetBytes(literal));
        }

        return new WildcardPattern(CollectionsMarshal.AsSpan(parts));
    }

    /// <summary>Terms of a regular expression; null where it cannot be read or is too long.</summary>
    public static TermPattern? Regex(string pattern)
    {
        if (pattern.Length > MaxLength)
        {
            return null;
        }

        var make = new RegexExpressions();
        return RegexParser.Parse(pattern, make) is RegexExpression expression
            ? new AutomatonPattern(new RegexAutomaton(make, expression), [])
            : null;
    }

    /// <summary>Terms within an edit distance of a word.</summary>
    public static FuzzyPattern Fuzzy(string word, int maxEdits, int prefixLength) => new(word, maxEdits, prefixLength);

    /// <summary>A text as a wildcard pattern that stands for it alone.</summary>
    public static string Escape(string text)
    {
        var pattern = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            pattern.Append(character is '*' or '?' or '\\' ? "\\" : string.Empty).Append(character);
        }

        return pattern.ToString();
    }

    private static string Text(int codePoint) => new Rune(codePoint).ToString();
}
