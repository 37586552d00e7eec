using System.Text.Json;

namespace Search.Corpus.Themes.Labels;

/// <summary>
/// Reads labelled paragraphs: a JSON object a line with <c>id</c>, <c>text</c>, <c>themes</c>, and where known
/// <c>title</c>,
/// <c>doc</c>, <c>kind</c> and <c>heading</c>. Other members are passed over.
/// </summary>
public static class LabelFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="ThemeSchemeException">A line is no labelled paragraph.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<LabelledParagraph> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        List<LabelledParagraph> paragraphs = [];
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                paragraphs.Add(Parse(path, number, line));
            }
        }

        return paragraphs;
    }

    /// <summary>Reads a file, or every <c>.jsonl</c> file of a folder in the order of their names.</summary>
    /// <exception cref="ThemeSchemeException">A line is no labelled paragraph.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<LabelledParagraph> ReadAll(string path) => Directory.Exists(path)
        ? [.. Directory.GetFiles(path, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(Read)]
        : Read(path);

    private static LabelledParagraph Parse(string path, int number, string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement item = json.RootElement;
            string id = Text(item, "id") ?? $"{number}";
            if (item.ValueKind != JsonValueKind.Object || Text(item, "text") is not { } text
                || !item.TryGetProperty("themes", out JsonElement themes) || themes.ValueKind != JsonValueKind.Array)
            {
                throw new ThemeSchemeException(path, number, "an object with 'text' and a list 'themes' was expected.");
            }

            return new LabelledParagraph(
                id, text, Text(item, "title") ?? "",
                    [.. themes.EnumerateArray().Select(theme => theme.GetString() ?? "")])
            {
                Document = Text(item, "doc") ?? id,
                Kind = Text(item, "kind") ?? "",
                Heading = Text(item, "heading"),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ThemeSchemeException(path, number, "a JSON object was expected.", error);
        }
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
