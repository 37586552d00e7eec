using System.Globalization;
using Search.Bench.Measuring;

namespace Search.Bench.Comparing;

/// <summary>The part of the table that is about indexing.</summary>
internal static class IndexingTable
{
    /// <summary>Writes the head.</summary>
    public static void WriteHead(TextWriter output)
    {
        output.WriteLine("| engine | s | passages/s | index MB | stored MB | peak MB |");
        output.WriteLine("|---|---|---|---|---|---|");
    }

    /// <summary>
    /// Writes a row. Our own file holds index and stored text together; peaks: ours anonymous, Lucene's resident.
    /// </summary>
    public static void WriteRow(TextWriter output, string engine, IndexingResult result) =>
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {engine} | {result.Seconds:F1} | {result.Rate:F0} | {result.IndexBytes / 1e6:F1} | " +
            $"{result.StoredBytes / 1e6:F1} | {result.PeakKilobytes / 1e3:F0} |"));
}
