using System.Globalization;
using System.Text.RegularExpressions;
using Search.Queries.Dates;

namespace Search.Corpus.Documents.Metadata;

/// <summary>Dates as documents write them: ISO 8601, and English, French and Spanish with the month's name.</summary>
internal static partial class DateFinder
{
    private static readonly string[] Months =
    [
        "january janvier enero jan", "february février fevrier febrero feb", "march mars marzo mar",
        "april avril abril apr", "may mai mayo may", "june juin junio jun", "july juillet julio jul",
        "august août aout agosto aug", "september septembre septiembre sep sept", "october octobre octubre oct",
        "november novembre noviembre nov", "december décembre decembre diciembre dec",
    ];

    private static readonly Dictionary<string, int> MonthOf = Months
        .SelectMany((names, i) => names.Split(' ').Distinct().Select(name => (name, i)))
        .ToDictionary(pair => pair.name, pair => pair.i + 1, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a value that is meant to be a date; null where it is none.</summary>
    public static PartialDate? Parse(string value)
    {
        string text = value.Trim();
        Match iso = IsoAtStart().Match(text);
        if (iso.Success && PartialDate.TryParse(iso.Value, out PartialDate date))
        {
            return date;
        }

        return Find(text);
    }

    /// <summary>The first date in running text that names at least its month; null where there is none.</summary>
    public static PartialDate? Find(string text)
    {
        if (!HasYear(text))
        {
            return null;
        }

        foreach (Match match in Written().Matches(text))
        {
            if (MonthOf.TryGetValue(match.Groups["m"].Value, out int month)
                && int.TryParse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture, out int year))
            {
                bool hasDay = int.TryParse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture, out int day);
                string iso = hasDay ? $"{year:D4}-{month:D2}-{day:D2}" : $"{year:D4}-{month:D2}";
                if (PartialDate.TryParse(iso, out PartialDate date))
                {
                    return date;
                }
            }
        }

        Match plain = IsoAnywhere().Match(text);
        return plain.Success && PartialDate.TryParse(plain.Value, out PartialDate found) ? found : null;
    }

    // Most lines have no year, and the patterns are slow to say so.
    private static bool HasYear(ReadOnlySpan<char> text)
    {
        int digits = 0;
        foreach (char c in text)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == 4)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(?![0-9])")]
    private static partial Regex IsoAtStart();

    [GeneratedRegex(@"(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])")]
    private static partial Regex IsoAnywhere();

    // "31 July 2019", "30-31 July 2019", "1er mai 2024", "July 30-31, 2019", "July 2019"
    [GeneratedRegex(
        @"(?<![\p{L}0-9])(?:(?<d>[0-9]{1,2})(?:st|nd|rd|th|er)?(?:\s+(?:de|of|day of))?\s+(?<m>\p{L}{3,10})\.?,?"
        + @"\s+(?:de\s+)?(?<y>[12][0-9]{3})"
        + @"|(?<m>\p{L}{3,10})\.?\s+(?<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s*[-–]\s*[0-9]{1,2})?,?\s+(?<y>[12][0-9]{3})"
        + @"|(?<m>\p{L}{3,10})\.?,?\s+(?:de\s+)?(?<y>[12][0-9]{3}))(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
