using System.Globalization;
using System.Text;

namespace Search.Corpus.Documents.Formats;

/// <summary>The numbers that Word shows before the items of a list.</summary>
internal static class DocxNumbers
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const int Levels = 9;

    /// <summary>Counts one item and gives its number; empty for bullets.</summary>
    /// <param name="counters">Counters by list, one a level.</param>
    /// <param name="list">The list.</param>
    /// <param name="level">Level of the item, from 0.</param>
    /// <param name="format">Format of the level.</param>
    /// <param name="formatOf">Formats of the levels above, which its text may name.</param>
    public static string Next(
        Dictionary<string, int[]> counters,
        string list,
        int level,
        (string Format, string Text, int Start) format,
        Func<int, (string Format, string Text, int Start)?> formatOf)
    {
        if (!counters.TryGetValue(list, out int[]? counts))
        {
            counters[list] = counts = new int[Levels];
            for (int i = 0; i < Levels; i++)
            {
                counts[i] = (formatOf(i)?.Start ?? 1) - 1;
            }
        }

        counts[level]++;
        for (int i = level + 1; i < Levels; i++)
        {
            counts[i] = (formatOf(i)?.Start ?? 1) - 1;
        }

        if (format.Format is "bullet" or "none" or "")
        {
            return "";
        }

        StringBuilder text = new(format.Text);
        for (int i = 0; i <= level; i++)
        {
            string shape = formatOf(i)?.Format ?? "decimal";
            int count = i < level ? Math.Max(1, counts[i]) : counts[i];
            text.Replace("%" + (char)('1' + i), Shape(count, shape));
        }

        return text.ToString().Trim();
    }

    /// <summary>A note's number as a superscript.</summary>
    public static string Raised(string number) => string.Concat(number.Select(c => Superscripts[c - '0']));

    private static string Shape(int count, string format) => format switch
    {
        "lowerLetter" => Letters(count).ToLowerInvariant(),
        "upperLetter" => Letters(count),
        "lowerRoman" => Roman(count).ToLowerInvariant(),
        "upperRoman" => Roman(count),
        _ => count.ToString(CultureInfo.InvariantCulture),
    };

    // Word goes on with aa, bb, cc behind z.
    private static string Letters(int count) =>
        count < 1 ? "" : new string((char)('A' + ((count - 1) % 26)), Math.Min(5, 1 + ((count - 1) / 26)));

    private static string Roman(int count)
    {
        StringBuilder result = new();
        foreach ((int value, string sign) in (ReadOnlySpan<(int, string)>)[
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            while (count >= value && result.Length < 20)
            {
                result.Append(sign);
                count -= value;
            }
        }

        return result.ToString();
    }
}
