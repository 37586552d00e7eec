using CsvHelper;

namespace Search.Corpus.Documents.Metadata;

/// <summary>
/// Reads <c>manifest.csv</c>: a header with any of <c>path,title,date,issuer,type,language,source,licence</c> in any
/// order, then one line a file; <c>path</c> is relative to the manifest. A line that says nothing usable is a warning.
/// </summary>
internal static class Manifest
{
    /// <summary>Its name in every folder.</summary>
    public const string FileName = "manifest.csv";

    /// <summary>Reads one manifest.</summary>
    /// <param name="text">The file.</param>
    /// <param name="name">What to call it in warnings.</param>
    /// <param name="warnings">Gets a sentence for each line that cannot be used.</param>
    /// <returns>Path as written to values; the last line for a path wins.</returns>
    public static IReadOnlyDictionary<string, MetadataValues> Read(string text, string name, List<string> warnings)
    {
        Dictionary<string, MetadataValues> rows = new(StringComparer.Ordinal);
        CsvReaderOptions options = new()
        {
            Separator = ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MaxRecordSize = 1_000_000,
            // A line each: an unbalanced quote then spoils its own line, not all that follow.
            AllowLineBreaksInQuotes = false,
            NormalizeHeaderName = header => header.Trim().TrimStart('\uFEFF').ToLowerInvariant(),
        };
        try
        {
            using CsvReader reader = CsvReader.FromText(text, options);
            reader.ReadHeader();
            if (!reader.TryGetFieldIndex("path", out int path))
            {
                warnings.Add($"{name}: its first line has no column 'path'");
                return rows;
            }

            while (reader.Read())
            {
                ReadRow(reader, path, name, rows, warnings);
            }
        }
        catch (CsvFormatException e)
        {
            warnings.Add($"{name}: not read beyond line {e.LineNumber}: {e.Message.Split('\n')[0].Trim()}");
        }

        return rows;
    }

    private static void ReadRow(
        CsvReader reader,
        int path,
        string name,
        Dictionary<string, MetadataValues> rows,
        List<string> warnings)
    {
        string key = path < reader.FieldCount ? reader.GetString(path).Replace('\\', '/').Trim() : "";
        key = key.StartsWith("./", StringComparison.Ordinal) ? key[2..] : key;
        if (key.Length == 0)
        {
            warnings.Add($"{name}: line {reader.LineNumber} names no path");
            return;
        }

        if (reader.FieldCount != reader.Headers.Count)
        {
            warnings.Add(
                $"{name}: line {reader.LineNumber} has {reader.FieldCount} cells, the header {reader.Headers.Count}");
        }

        if (rows.ContainsKey(key))
        {
            warnings.Add($"{name}: line {reader.LineNumber} names '{key}' again: it wins");
        }

        rows[key] = new MetadataValues
        {
            Title = Cell("title"),
            Date = Cell("date"),
            Issuer = Cell("issuer"),
            Type = Cell("type"),
            Language = Cell("language"),
            Source = Cell("source"),
            Licence = Cell("licence") ?? Cell("license"),
        };

        string? Cell(string column)
        {
            bool isThere = reader.TryGetFieldIndex(column, out int i) && i < reader.FieldCount;
            string value = isThere ? reader.GetString(i).Trim() : "";
            return value.Length > 0 ? value : null;
        }
    }
}
