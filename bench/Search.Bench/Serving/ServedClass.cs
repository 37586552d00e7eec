using System.Globalization;

namespace Search.Bench.Serving;

/// <summary>How a class of queries was answered.</summary>
/// <param name="Class">The class.</param>
/// <param name="Rate">Answers a second.</param>
/// <param name="Median">Median latency in microseconds.</param>
/// <param name="P99">99th percentile of the latency in microseconds.</param>
/// <param name="Failures">Answers other than 200, and lost connections.</param>
internal sealed record ServedClass(string Class, double Rate, double Median, double P99, long Failures)
{
    /// <summary>One line without blanks.</summary>
    public string Write() => string.Create(
        CultureInfo.InvariantCulture, $"{Class}:{Rate:F1}:{Median:F1}:{P99:F1}:{Failures}");

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ServedClass Read(string text)
    {
        string[] parts = text.Split(':');
        double[] numbers = [.. parts.Skip(1).Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
        return new ServedClass(parts[0], numbers[0], numbers[1], numbers[2], (long)numbers[3]);
    }
}
