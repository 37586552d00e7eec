using System.Text;
using Search.Queries.Parsing;

namespace Search.Queries.Printing;

/// <summary>Patterns of regular expressions as they can stand between slashes.</summary>
internal static class RegexText
{
    /// <summary>
    /// The pattern with a backslash before each bare slash, before a blank at either end, and after a lone backslash at
    /// the end.
    /// </summary>
    internal static string Printable(string pattern)
    {
        var text = new StringBuilder(pattern.Length);
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            bool isEdge = i == 0 || i == pattern.Length - 1;
            if (c == '\\')
            {
                text.Append(c).Append(i + 1 < pattern.Length ? pattern[i + 1] : '\\');
                i++;
                continue;
            }

            if (c == '/' || (isEdge && QueryCharacters.IsBlank(c)))
            {
                text.Append('\\');
            }

            text.Append(c);
        }

        return QueryCharacters.Mended(text.ToString());
    }
}
