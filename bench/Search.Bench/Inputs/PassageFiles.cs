using System.IO.Compression;
using System.Text.Json;

namespace Search.Bench.Inputs;

/// <summary>
/// Passages as JSON lines with a member <c>text</c>, plain or gzipped, in one file or in the files of a folder.
/// </summary>
internal static class PassageFiles
{
    /// <summary>
    /// The texts of a file, or of all <c>*.jsonl</c> and <c>*.jsonl.gz</c> of a folder in ordinal order.
    /// </summary>
    public static IEnumerable<byte[]> ReadTexts(string path)
    {
        IEnumerable<string> files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Where(IsPassageFile).Order(StringComparer.Ordinal)
            : [path];
        return files.SelectMany(ReadFile);
    }

    private static bool IsPassageFile(string path) =>
        path.EndsWith(".jsonl", StringComparison.Ordinal) || path.EndsWith(".jsonl.gz", StringComparison.Ordinal);

    private static IEnumerable<byte[]> ReadFile(string path)
    {
        using FileStream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return Text(line);
        }
    }

    private static byte[] Text(string line)
    {
        using var json = JsonDocument.Parse(line);
        string text = json.RootElement.GetProperty("text").GetString() ?? "";
        return System.Text.Encoding.UTF8.GetBytes(text.ReplaceLineEndings(" "));
    }
}
