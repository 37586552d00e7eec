using System.Globalization;
using System.Text;
using Search.Passages.Indexing;

namespace Search.Cli.Verbs;

/// <summary>Writes what became of each file as CSV (RFC 4180), one line a file.</summary>
internal static class FileReportCsv
{
    private static readonly string[] Columns =
    [
        "path", "status", "code", "reason", "id", "format", "pages", "units",
        "paragraph", "item", "footnote", "heading", "signature", "table", "other",
        "language", "language_from", "title", "title_from", "date", "date_from", "issuer", "issuer_from",
        "type", "type_from", "source", "source_from", "licence", "licence_from", "warnings",
    ];

    /// <summary>Writes the file.</summary>
    public static async Task WriteAsync(string path, IReadOnlyList<FileReport> files, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
        await writer.WriteAsync((Line(Columns) + "\r\n").AsMemory(), cancellation).ConfigureAwait(false);
        foreach (FileReport file in files)
        {
            await writer.WriteAsync((Line(Values(file)) + "\r\n").AsMemory(), cancellation).ConfigureAwait(false);
        }
    }

    private static IEnumerable<string?> Values(FileReport file) =>
    [
        file.Path, file.IsIndexed ? "indexed" : "failed", file.Code, file.Reason, file.Id, file.Format,
        Text(file.Pages), Text(file.Units), .. Kinds(file),
        .. Pair(file, "language", file.Language), .. Pair(file, "title", file.Title), .. Pair(file, "date", file.Date),
        .. Pair(file, "issuer", file.Issuer), .. Pair(file, "type", file.Type), .. Pair(file, "source", file.Source),
        .. Pair(file, "licence", file.Licence), string.Join(" ", file.Warnings),
    ];

    private static IEnumerable<string?> Kinds(FileReport file) =>
        Columns[8..15].Select(kind => file.IsIndexed ? Text(file.Kinds.GetValueOrDefault(kind)) : null);

    private static string?[] Pair(FileReport file, string name, string? value) =>
        [value, file.Origins.GetValueOrDefault(name)];

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Line(IEnumerable<string?> values) => string.Join(',', values.Select(Quote));

    private static string Quote(string? value) =>
        value is null ? ""
        : value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value
        : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
