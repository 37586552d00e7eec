using System.Globalization;

namespace Search.Text.Tests.Tables;

/// <summary>The files of the Unicode Character Database as Debian's package <c>unicode-data</c> installs
/// them.</summary>
internal static class UnicodeFiles
{
    private static readonly string Root = Environment.GetEnvironmentVariable("UNICODE_DATA") ?? "/usr/share/unicode";

    /// <summary>Path of a file, or the running test is skipped with the reason.</summary>
    public static string Require(string relativePath)
    {
        string path = Path.Combine(Root, relativePath);
        if (!File.Exists(path))
        {
            Assert.Ignore($"{path} is absent: install Debian's unicode-data, or point UNICODE_DATA to a copy.");
        }

        return path;
    }

    /// <summary>The fields of every line, comments and blank lines left out.</summary>
    public static IEnumerable<string[]> Rows(string relativePath)
    {
        foreach (string line in File.ReadLines(Require(relativePath)))
        {
            int comment = line.IndexOf('#', StringComparison.Ordinal);
            string content = (comment < 0 ? line : line[..comment]).Trim();
            if (content.Length > 0)
            {
                yield return content.Split(';', StringSplitOptions.TrimEntries);
            }
        }
    }

    /// <summary>Code points and values of a property file: the first field a code point or a range, the second the
    /// value.</summary>
    public static IEnumerable<(int CodePoint, string Value)> Property(string relativePath)
    {
        foreach (string[] row in Rows(relativePath))
        {
            (int first, int last) = Range(row[0]);
            for (int codePoint = first; codePoint <= last; codePoint++)
            {
                yield return (codePoint, row[1]);
            }
        }
    }

    /// <summary>Reads <c>0041</c> or <c>0041..005A</c>.</summary>
    public static (int First, int Last) Range(string field)
    {
        int dots = field.IndexOf("..", StringComparison.Ordinal);
        return dots < 0 ? (Hex(field), Hex(field)) : (Hex(field[..dots]), Hex(field[(dots + 2)..]));
    }

    /// <summary>Reads code points in hexadecimal, separated by blanks.</summary>
    public static int[] Sequence(string field) =>
        [.. field.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Hex)];

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
