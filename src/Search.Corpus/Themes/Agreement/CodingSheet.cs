using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Search.Corpus.Themes.Agreement;

/// <summary>
/// A sheet that one coder fills in without seeing the other's or the scheme's: columns <c>id,title,text</c>, then one a theme
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
        using var reader = new StreamReader(path);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord?.Contains("id") != true)
        {
            throw new ThemeSchemeException(path, 1, "a first line with 'id' and a column a theme was expected.");
        }

        string[] themes = [.. csv.HeaderRecord.Where(name => !OwnColumns.Contains(name, StringComparer.Ordinal))];
        List<CodingRow> rows = [];
        while (csv.Read())
        {
            int line = csv.Parser.RawRow;
            rows.Add(new CodingRow(
                csv.GetField("id") ?? "",
                csv.TryGetField("title", out string? title) ? title ?? "" : "",
                csv.TryGetField("text", out string? text) ? text ?? "" : "",
                [.. themes.Select(theme => Code(path, line, csv.GetField(theme)))]));
        }

        return new CodingSheet(themes, rows);
    }

    /// <summary>Writes a sheet; codes that are not known are left empty.</summary>
    public void Write(TextWriter output)
    {
        using var csv = new CsvWriter(output, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (string name in OwnColumns.Concat(Themes))
        {
            csv.WriteField(name);
        }

        csv.NextRecord();
        foreach (CodingRow row in Rows)
        {
            csv.WriteField(row.Id);
            csv.WriteField(row.Title);
            csv.WriteField(row.Text);
            foreach (bool? code in row.Codes)
            {
                csv.WriteField(code switch { true => "1", false => "0", _ => "" });
            }

            csv.NextRecord();
        }
    }

    private static bool? Code(string path, int line, string? cell) => cell?.Trim().ToLowerInvariant() switch
    {
        null or "" => null,
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
