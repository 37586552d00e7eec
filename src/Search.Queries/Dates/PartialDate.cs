using System.Globalization;

namespace Search.Queries.Dates;

/// <summary>
/// A date known to the year, the month or the day (<c>2019</c>, <c>2019-07</c>, <c>2019-07-31</c>). It stands for its
/// whole interval: <see cref="First"/> to <see cref="Last"/>, both included.
/// </summary>
public readonly record struct PartialDate
{
    private PartialDate(DateOnly first, DateOnly last, string text)
    {
        First = first;
        Last = last;
        Text = text;
    }

    /// <summary>First day of the interval.</summary>
    public DateOnly First { get; }

    /// <summary>Last day of the interval, included.</summary>
    public DateOnly Last { get; }

    /// <summary>As written: ISO 8601, cut to what is known.</summary>
    public string Text { get; }

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>; years from 0001 to 9999.</summary>
    /// <returns>False where the text is none of these or no such day exists.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        string? format = text.Length switch { 4 => "yyyy", 7 => "yyyy-MM", 10 => "yyyy-MM-dd", _ => null };
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (format is null || !DateOnly.TryParseExact(text, format, culture, DateTimeStyles.None, out DateOnly first))
        {
            return false;
        }

        DateOnly last = text.Length switch
        {
            4 => new DateOnly(first.Year, 12, 31),
            7 => new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
            _ => first,
        };
        date = new PartialDate(first, last, text.ToString());
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
