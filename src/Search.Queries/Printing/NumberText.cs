using System.Globalization;
using System.Text;

namespace Search.Queries.Printing;

/// <summary>Numbers as the query language writes them: digits and a point, without an exponent.</summary>
internal static class NumberText
{
    /// <summary>The shortest text that reads back as the same number.</summary>
    /// <param name="number">Finite and not negative.</param>
    internal static string Of(float number)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        int mark = text.IndexOf('E', StringComparison.Ordinal);
        if (mark < 0)
        {
            return text;
        }

        int exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string digits = text[..mark].Replace(".", string.Empty, StringComparison.Ordinal);
        var plain = new StringBuilder(digits);
        if (exponent < 0)
        {
            return plain.Insert(0, "0." + new string('0', -exponent - 1)).ToString();
        }

        return plain.Append('0', exponent + 1 - digits.Length).ToString();
    }
}
