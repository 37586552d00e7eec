using System.Globalization;
using Search.Bench.Measuring;

namespace Search.Bench.Comparing;

/// <summary>One bar: what was measured, what is needed, and whether that is met.</summary>
/// <param name="Number">Row of the list of bars.</param>
/// <param name="What">What is measured.</param>
/// <param name="Measured">The figure, as shown.</param>
/// <param name="Needed">The bar, as shown.</param>
/// <param name="IsMet">Whether it is met.</param>
internal sealed record BarRow(int Number, string What, string Measured, string Needed, bool IsMet)
{
    /// <summary>A speed-up whose median and 99th percentile must both reach a bar.</summary>
    public static BarRow AtLeast(int number, string what, ClassTimes ratio, double least) => new(
        number,
        what,
        string.Create(CultureInfo.InvariantCulture, $"{ratio.Median:F2} / {ratio.P99:F2} times"),
        string.Create(CultureInfo.InvariantCulture, $"at least {least:F1}"),
        ratio.Median >= least && ratio.P99 >= least);

    /// <summary>A number that must reach a bar.</summary>
    public static BarRow AtLeast(int number, string what, double value, double least, string unit) => new(
        number,
        what,
        string.Create(CultureInfo.InvariantCulture, $"{value:F2} {unit}"),
        string.Create(CultureInfo.InvariantCulture, $"at least {least:F1}"),
        value >= least);

    /// <summary>A number that must stay at or below a bar.</summary>
    public static BarRow AtMost(int number, string what, double value, double most, string unit) => new(
        number,
        what,
        string.Create(CultureInfo.InvariantCulture, $"{value:F2} {unit}"),
        string.Create(CultureInfo.InvariantCulture, $"at most {most:F2}"),
        value <= most);

    /// <summary>Writes a table.</summary>
    public static void Write(TextWriter output, string title, IReadOnlyList<BarRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{title}: {rows.Count(row => row.IsMet)} of {rows.Count} met.");
        output.WriteLine();
        output.WriteLine("| bar | what | measured | needed | |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (BarRow row in rows.OrderBy(row => row.Number))
        {
            string verdict = row.IsMet ? "met" : "**missed**";
            output.WriteLine($"| {row.Number} | {row.What} | {row.Measured} | {row.Needed} | {verdict} |");
        }
    }
}
