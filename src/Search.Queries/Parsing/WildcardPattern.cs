using System.Text;
using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>
/// Wildcard patterns in their one written form: a backslash only before a literal <c>*</c>, <c>?</c> or backslash, and
/// never two stars in a row.
/// </summary>
internal static class WildcardPattern
{
    /// <summary>Appends a character that stands for itself.</summary>
    internal static void AppendLiteral(StringBuilder pattern, char c)
    {
        if (c is '*' or '?' or '\\')
        {
            pattern.Append('\\');
        }

        pattern.Append(c);
    }

    /// <summary>Appends a star or a question mark.</summary>
    internal static void AppendWildcard(StringBuilder pattern, char c)
    {
        if (c != '*' || !EndsInStar(pattern))
        {
            pattern.Append(c);
        }
    }

    /// <summary>The simplest query that a pattern is: everything, a prefix, or a pattern.</summary>
    internal static Query ToQuery(string? field, string pattern)
    {
        int first = IndexOfWildcard(pattern, 0);
        if (first != pattern.Length - 1 || first < 0 || pattern[first] != '*')
        {
            return new WildcardQuery(field, pattern);
        }

        return first > 0 ? new PrefixQuery(field, Unescaped(pattern.AsSpan(0, first)))
            : field is null ? new MatchAllQuery()
            : new RangeQuery(field, null, null, true, true);
    }

    /// <summary>The same pattern in its one written form.</summary>
    internal static string Canonical(string pattern)
    {
        var canonical = new StringBuilder(pattern.Length);
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] is '*' or '?')
            {
                AppendWildcard(canonical, pattern[i]);
                continue;
            }

            i += pattern[i] == '\\' && i + 1 < pattern.Length ? 1 : 0;
            AppendLiteral(canonical, pattern[i]);
        }

        return canonical.ToString();
    }

    /// <summary>
    /// The same pattern as part of a phrase: in its one written form, with the question marks that no letter or star
    /// follows as text.
    /// </summary>
    internal static string OfPhrase(string pattern)
    {
        string canonical = Canonical(pattern);
        int last = canonical.Length - 1;
        while (last >= 0 && !QueryCharacters.IsWordLike(canonical[last]) && !IsStar(canonical, last))
        {
            last--;
        }

        var text = new StringBuilder(canonical, 0, last + 1, canonical.Length);
        for (int i = last + 1; i < canonical.Length; i++)
        {
            i += canonical[i] == '\\' ? 1 : 0;
            AppendLiteral(text, canonical[i]);
        }

        return text.ToString();
    }

    /// <summary>Index of the first wildcard from a place, or -1.</summary>
    internal static int IndexOfWildcard(string pattern, int from)
    {
        for (int i = from; i < pattern.Length; i++)
        {
            if (pattern[i] is '*' or '?')
            {
                return i;
            }

            i += pattern[i] == '\\' ? 1 : 0;
        }

        return -1;
    }

    /// <summary>The text of a pattern without wildcards.</summary>
    internal static string Unescaped(ReadOnlySpan<char> pattern)
    {
        var text = new StringBuilder(pattern.Length);
        for (int i = 0; i < pattern.Length; i++)
        {
            i += pattern[i] == '\\' && i + 1 < pattern.Length ? 1 : 0;
            text.Append(pattern[i]);
        }

        return text.ToString();
    }

    // A star behind an odd number of backslashes is a literal one.
    private static bool IsStar(string pattern, int index) =>
        pattern[index] == '*' && (index - pattern.AsSpan(0, index).LastIndexOfAnyExcept('\\')) % 2 == 1;

    private static bool EndsInStar(StringBuilder pattern)
    {
        int backslashes = 0;
        while (backslashes < pattern.Length - 1 && pattern[^(backslashes + 2)] == '\\')
        {
            backslashes++;
        }

        return pattern.Length > 0 && pattern[^1] == '*' && backslashes % 2 == 0;
    }
}
