using CsvHelper;

namespace Search.Corpus.Themes.Agreement;

/// <summary>
/// A sheet that one coder fills in without seeing the other's or the scheme's: columns <c>id,title,text</c>, then one
/// a theme
/// with <c>1</c> or <c>0</c> (also <c>yes</c>, <c>no</c>; empty for not coded).
/// </summary>
/// <param name="Themes">Ids of the themes.</param>
/// <param name="Rows">A row a paragraph.</param>
public sealed record CodingSheet(IReadOnlyList<string> Themes, IReadOnlyList<CodingRow> Rows)
{
    private static readonly string[] OwnColumns = ["id", "title", "text"];

    /// <summary>Reads a sheet.</summary>
    /// <exception cref="ThemeSchemeException">It is no such sheet.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CodingSheet Read(string path)
    {
        try
        {
            using CsvReader csv = CsvReader.FromText(File.ReadAllText(path), new CsvReaderOptions
            {
                Separator = ',',
                TrackLineNumbers = true,
                NormalizeHeaderName = header => header.Trim().TrimStart('\uFEFF'),
            });
            csv.ReadHeader();
            string[] themes = [.. csv.Headers.Where(name => !OwnColumns.Contains(name, StringComparer.Ordinal))];
            if (!csv.TryGetFieldIndex("id", out _))
            {
                throw new ThemeSchemeException(path, 1, "a first line with 'id' and a column a theme was expected.");
            }

            List<CodingRow> rows = [];
            while (csv.Read())
            {
                int line = (int)csv.LineNumber;
                rows.Add(new CodingRow(
                    Cell(csv, "id"),
                    Cell(csv, "title"),
                    Cell(csv, "text"),
                    [.. themes.Select(theme => Code(path, line, Cell(csv, theme)))]));
            }

            return new CodingSheet(themes, rows);
        }
        catch (CsvFormatException error)
        {
            throw new ThemeSchemeException(path, (int)error.LineNumber,
                "a line of comma-separated values was expected.", error);
        }
    }

    /// <summary>Writes a sheet; codes that are not known are left empty.</summary>
    public void Write(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        WriteLine(output, OwnColumns.Concat(Themes));
        foreach (CodingRow row in Rows)
        {
            WriteLine(output, [row.Id, row.Title, row.Text, .. row.Codes.Select(code => code switch
            {
                true => "1",
                false => "0",
                _ => "",
            })]);
        }
    }

    private static void WriteLine(TextWriter output, IEnumerable<string> cells)
    {
        output.Write(string.Join(',',
            cells.Select(cell => cell.AsSpan().IndexOfAny("\",\r\n") >= 0 || cell != cell.Trim()
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell)));
        output.Write('\n');
    }

    private static string Cell(CsvReader csv, string name) =>
        csv.TryGetFieldIndex(name, out int i) && i < csv.FieldCount ? csv.GetString(i) : "";

    private static bool? Code(string path, int line, string cell) => cell.Trim().ToLowerInvariant() switch
    {
        "" => null,
        "1" or "yes" or "y" or "x" => true,
        "0" or "no" or "n" => false,
        _ => throw new ThemeSchemeException(path, line, $"'1', '0' or nothing was expected, not '{cell}'."),
    };
}

/// <summary>One paragraph of a <see cref="CodingSheet"/>.</summary>
/// <param name="Id">Id of the paragraph.</param>
/// <param name="Title">Title of its document.</param>
/// <param name="Text">Its text.</param>
/// <param name="Codes">A code a theme; null for not coded.</param>
public sealed record CodingRow(string Id, string Title, string Text, IReadOnlyList<bool?> Codes);
