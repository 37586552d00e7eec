using System.Globalization;

namespace Search.Engine.Matching.Automata;

/// <summary>Expressions for the decimal numbers of a range.</summary>
internal static class NumericRange
{
    /// <summary>The numbers from <paramref name="least"/> to <paramref name="most"/>.</summary>
    /// <param name="make">Maker of expressions.</param>
    /// <param name="least">First number, not negative.</param>
    /// <param name="most">Last number, not below the first.</param>
    /// <param name="digits">Digits that each has, zeros in front; 0 for as many as needed or more.</param>
    public static RegexExpression Expression(RegexExpressions make, int least, int most, int digits)
    {
        int length = digits > 0 ? digits : most.ToString(CultureInfo.InvariantCulture).Length;
        RegexExpression padded = Between(make, Pad(least, length), Pad(most, length), 0);
        if (digits > 0)
        {
            return padded;
        }

        // As many digits as needed: leading zeros may be left out or added.
        RegexExpression zeros = make.Repeat(make.Character('0'), 0, int.MaxValue);
        List<RegexExpression> parts = [];
        for (int count = 1; count <= length; count++)
        {
            int low = Math.Max(least, count == 1 ? 0 : Power(count - 1));
            int high = (int)Math.Min(most, (long)Power(count) - 1);
            if (low <= high)
            {
                parts.Add(make.Sequence(zeros, Between(make, Pad(low, count), Pad(high, count), 0)));
            }
        }

        return make.Union(parts);
    }

    private static string Pad(int number, int length) =>
        number.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');

    private static int Power(int exponent)
    {
        long power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return (int)Math.Min(power, int.MaxValue);
    }

    private static RegexExpression Between(RegexExpressions make, string low, string high, int digit)
    {
        if (digit == low.Length)
        {
            return make.Empty;
        }

        if (low[digit] == high[digit])
        {
            return make.Sequence(make.Character(low[digit]), Between(make, low, high, digit + 1));
        }

        string zeros = new('0', low.Length);
        string nines = new('9', low.Length);
        List<RegexExpression> parts =
        [
            make.Sequence(make.Character(low[digit]), Between(make, low, nines, digit + 1)),
            make.Sequence(make.Character(high[digit]), Between(make, zeros, high, digit + 1)),
        ];
        if (high[digit] - low[digit] > 1)
        {
            RegexExpression any = make.Repeat(make.Class(['0', '9']), low.Length - digit - 1, low.Length - digit - 1);
            parts.Add(make.Sequence(make.Class([low[digit] + 1, high[digit] - 1]), any));
        }

        return make.Union(parts);
    }
}
