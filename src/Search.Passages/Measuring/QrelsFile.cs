using System.Globalization;

namespace Search.Passages.Measuring;

/// <summary>
/// Reads judgments: <c>query-id, corpus-id, score</c> parted by tabs, below a heading (BEIR), or trec_eval's four
/// columns <c>query 0 document score</c> parted by blanks.
/// </summary>
internal static class QrelsFile
{
    /// <summary>The judgments by question.</summary>
    /// <exception cref="CollectionException">The file is missing, or a line is not as expected.</exception>
    public static IReadOnlyDictionary<string, Judgments> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new CollectionException(path, 0, "the file is missing.");
        }

        Dictionary<string, Dictionary<string, int>> judged = new(StringComparer.Ordinal);
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            bool isHeading = number == 1 && line.StartsWith("query-id", StringComparison.Ordinal);
            if (isHeading || string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            (string query, string document, int gain) = Parse(path, number, line);
            if (!judged.TryGetValue(query, out Dictionary<string, int>? own))
            {
                judged.Add(query, own = new(StringComparer.Ordinal));
            }

            if (!own.TryAdd(document, gain))
            {
                throw new CollectionException(path, number, $"'{document}' is judged twice for '{query}'.");
            }
        }

        return judged.ToDictionary(pair => pair.Key, pair => new Judgments(pair.Value), StringComparer.Ordinal);
    }

    private static (string Query, string Document, int Gain) Parse(string path, int number, string line)
    {
        string[] parts = line.Contains('\t', StringComparison.Ordinal)
            ? line.Split('\t', StringSplitOptions.TrimEntries)
            : line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is 3 or 4
            && int.TryParse(parts[^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int gain)
            ? (parts[0], parts[^2], gain)
            : throw new CollectionException(
                path, number, "a question, a document and a whole number, parted by tabs, were expected.");
    }
}
