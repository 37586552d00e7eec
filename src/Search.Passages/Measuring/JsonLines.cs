using System.IO.Compression;
using System.Text.Json;

namespace Search.Passages.Measuring;

/// <summary>Reads files of one JSON object a line, with <c>_id</c>, <c>text</c> and perhaps <c>title</c>.</summary>
internal static class JsonLines
{
    /// <summary>Whether there is such a file, plain or gzipped.</summary>
    public static bool Exists(string path) => File.Exists(path) || File.Exists(path + ".gz");

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its name without <c>.gz</c>.</param>
    /// <exception cref="CollectionException">It is missing, or a line is not as expected.</exception>
    public static IEnumerable<CollectionDocument> Read(string path)
    {
        if (!Exists(path))
        {
            throw new CollectionException(path, 0, "the file is missing.");
        }

        return ReadLines(File.Exists(path) ? path : path + ".gz");
    }

    private static IEnumerable<CollectionDocument> ReadLines(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream bytes = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var lines = new StreamReader(bytes);
        for (int number = 1; Next(lines, path, number) is string line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(path, number, line);
            }
        }
    }

    private static string? Next(StreamReader lines, string path, int number)
    {
        try
        {
            return lines.ReadLine();
        }
        catch (InvalidDataException exception)
        {
            throw new CollectionException(path, number, "the file is no whole gzip file.", exception);
        }
    }

    private static CollectionDocument Parse(string path, int number, string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && Text(json.RootElement, "_id") is string id
                && Text(json.RootElement, "text") is string text
                ? new CollectionDocument(id, Text(json.RootElement, "title") ?? "", text)
                : throw new CollectionException(path, number, "an object with '_id' and 'text' was expected.");
        }
        catch (JsonException exception)
        {
            throw new CollectionException(path, number, "this is no JSON: " + exception.Message, exception);
        }
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
