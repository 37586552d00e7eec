using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NUnit.Framework;
using Search.Text.Analysis;

namespace Search.Engine.Tests.Lucene;

/// <summary>Passages of real texts, as our analyzer breaks them into words; skipped where there are none.</summary>
internal static class RealPassages
{
    /// <summary>The first passages of each file, so that all sources are among them.</summary>
    public static LucenePassage[] Read(int count)
    {
        string folder = Path.Combine(
            Environment.GetEnvironmentVariable("SEARCH_TEST_DATA")
                ?? Path.Combine(LuceneProcess.Root(), "..", "shared", "data"),
            "scale");
        string[] files = Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal)]
            : [];
        if (files.Length == 0)
        {
            Assert.Ignore($"SEARCH_TEST_DATA holds no scale/*.jsonl.gz: looked in '{folder}'.");
        }

        var tokens = new TokenBuffer();
        return [.. files.SelectMany(file => Lines(file, (count / files.Length) + 1)).Take(count)
            .Select((line, place) => Read(line, place, tokens))];
    }

    /// <summary>The words of passages, the most frequent first.</summary>
    public static string[] Words(IEnumerable<LucenePassage> passages) =>
    [
        .. passages.SelectMany(passage => passage.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .CountBy(word => word)
            .OrderByDescending(word => word.Value)
            .ThenBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => word.Key),
    ];

    private static IEnumerable<string> Lines(string file, int count)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        for (int i = 0; i < count && lines.ReadLine() is string line; i++)
        {
            yield return line;
        }
    }

    private static LucenePassage Read(string line, int place, TokenBuffer tokens)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        int year = json.RootElement.TryGetProperty("year", out JsonElement value)
            && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : 2000;
        Analyzers.Unstemmed.Analyze(json.RootElement.GetProperty("text").GetString(), tokens);
        string text = string.Join(
            ' ', Enumerable.Range(0, tokens.Count).Select(i => Encoding.UTF8.GetString(tokens.Exact(i))));
        var newYear = new DateOnly(Math.Clamp(year, 1900, 2030), 1, 1);
        return new LucenePassage(text, place % 100, newYear.AddDays(place % 365));
    }
}
