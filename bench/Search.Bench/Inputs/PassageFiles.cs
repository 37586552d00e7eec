using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Search.Bench.Inputs;

/// <summary>
/// Passages as JSON lines with a member <c>text</c>, and perhaps <c>doc</c>, <c>title</c> and <c>year</c>; plain or
/// gzipped, in one file or in the files of a folder.
/// </summary>
internal static class PassageFiles
{
    /// <summary>
    /// The passages of a file, or of all <c>*.jsonl</c> and <c>*.jsonl.gz</c> of a folder in ordinal order.
    /// </summary>
    public static IEnumerable<Passage> Read(string path)
    {
        IEnumerable<string> files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Where(IsPassageFile).Order(StringComparer.Ordinal)
            : [path];
        return files.SelectMany(ReadFile);
    }

    /// <summary>Reads one line.</summary>
    public static Passage Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement;
        return new Passage(
            Encoding.UTF8.GetBytes(OneLine(root.GetProperty("text").GetString())),
            root.TryGetProperty("doc", out JsonElement document) ? OneLine(document.GetString()) : "",
            root.TryGetProperty("title", out JsonElement title) ? OneLine(title.GetString()) : "",
            root.TryGetProperty("year", out JsonElement year) && year.TryGetInt32(out int number) ? number : 0);
    }

    private static string OneLine(string? text) => (text ?? "").ReplaceLineEndings(" ").Replace('\t', ' ');

    private static bool IsPassageFile(string path) =>
        path.EndsWith(".jsonl", StringComparison.Ordinal) || path.EndsWith(".jsonl.gz", StringComparison.Ordinal);

    private static IEnumerable<Passage> ReadFile(string path)
    {
        using FileStream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return Parse(line);
        }
    }
}
