using System.Globalization;

namespace Search.Bench.Measuring;

/// <summary>
/// The line by which a process that indexed says what it took: ours and Lucene's write the same, but for the bytes of
/// pairs at the end, which only ours has.
/// </summary>
internal static class ResultLine
{
    private const string Word = "indexed";

    /// <summary>Writes the line.</summary>
    public static string Write(IndexingResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Word} {result.Passages} {result.Seconds:F3} {result.MergeSeconds:F3} {result.SourceBytes} " +
        $"{result.Segments} {result.IndexBytes} {result.StoredBytes} {result.PeakKilobytes} {result.PairBytes}");

    /// <summary>Reads the line.</summary>
    /// <exception cref="InvalidDataException">It is another one.</exception>
    public static IndexingResult Read(string? line)
    {
        string[] words = line?.Split(' ') ?? [];
        if (words.Length is < 9 or > 10 || words[0] != Word)
        {
            throw new InvalidDataException($"Expected what indexing took, found '{line}'.");
        }

        return new IndexingResult(
            Long(words[1]),
            Double(words[2]),
            Double(words[3]),
            Long(words[4]),
            (int)Long(words[5]),
            Long(words[6]),
            Long(words[7]),
            Long(words[8]),
            words.Length > 9 ? Long(words[9]) : 0);
    }

    private static long Long(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
