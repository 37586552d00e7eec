using System.Globalization;
using Search.Bench.Measuring;

namespace Search.Bench.Comparing;

/// <summary>The part of the output that is about indexing.</summary>
internal static class IndexingTable
{
    /// <summary>Writes the head.</summary>
    public static void WriteHead(TextWriter output)
    {
        output.WriteLine("Seconds are from the first passage to the commit; the merge into one segment comes after.");
        output.WriteLine("Peaks are of anonymous memory, merge included. Our one file holds index and stored text;");
        output.WriteLine("Lucene's are told apart. Of ours, lists of pairs of common words are a part.");
        output.WriteLine();
        output.WriteLine(
            "| engine | threads | s | passages/s | merge s | merge MB/s | index MB | pairs MB | stored MB | peak MB |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
    }

    /// <summary>Writes a row.</summary>
    public static void WriteRow(TextWriter output, string engine, int threads, IndexingResult result)
    {
        string merge = result.Segments > 1
            ? string.Create(CultureInfo.InvariantCulture, $"{result.MergeSeconds:F2} | {result.MergeRate:F0}")
            : "– | –";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {engine} | {threads} | {result.Seconds:F1} | {result.Rate:F0} | {merge} | " +
            $"{result.IndexBytes / 1e6:F1} | {result.PairBytes / 1e6:F1} | {result.StoredBytes / 1e6:F1} | " +
            $"{result.PeakKilobytes / 1e3:F0} |"));
        output.Flush();
    }
}
