using System.Text;
using System.Text.RegularExpressions;

namespace Search.Engine.Tests.Oracle;

/// <summary>Which words fit, found the slow way.</summary>
internal static class OracleWords
{
    public static bool Glob(string word, string pattern)
    {
        if (pattern.Length == 0)
        {
            return word.Length == 0;
        }

        return pattern[0] switch
        {
            '*' => Enumerable.Range(0, word.Length + 1).Any(i => Glob(word[i..], pattern[1..])),
            '?' => word.Length > 0 && Glob(word[1..], pattern[1..]),
            _ => word.Length > 0 && word[0] == pattern[0] && Glob(word[1..], pattern[1..]),
        };
    }

    public static bool IsMatch(string word, string regex) => Regex.IsMatch(word, $"^(?:{regex})$");

    /// <summary>Edits with transpositions of neighbours, each part edited once.</summary>
    public static int Edits(string left, string right) =>
        Edits([.. left.EnumerateRunes()], [.. right.EnumerateRunes()]);

    private static int Edits(Rune[] left, Rune[] right)
    {
        var d = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                int change = left[i - 1] == right[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[left.Length, right.Length];
    }
}
