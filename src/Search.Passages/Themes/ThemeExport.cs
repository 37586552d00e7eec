using System.Globalization;
using System.Text.Json;
using Search.Passages.Json;
using Search.Passages.Search;
using Search.Text.Offsets;

namespace Search.Passages.Themes;

/// <summary>
/// The tags of passages as a table: a line a tag, as CSV or as JSON lines, with all that a reader needs to check it
/// and to cite how it came about.
/// </summary>
public static class ThemeExport
{
    private static readonly string[] Columns =
    [
        "paragraph", "content_hash", "document", "title", "date", "issuer", "number", "page", "theme", "score",
        "source", "rules", "words", "spans", "scheme", "override_who", "override_why", "text",
    ];

    /// <summary>The first line of the CSV form.</summary>
    public static string CsvHead => string.Join(',', Columns);

    /// <summary>
    /// The lines of an export, without their ends: the tags of every passage that a request finds, those of one
    /// generation, in no order but document by document.
    /// </summary>
    /// <param name="index">The index.</param>
    /// <param name="request">
    /// Query and filters; where it filters by themes, tags of these alone. The rest of it is not looked at.
    /// </param>
    /// <param name="isCsv">As CSV with a first line of names; else as JSON lines.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="PassageRequestException">The request is wrong.</exception>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public static IEnumerable<string> Lines(
        PassageIndex index, PassageRequest request, bool isCsv, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(request);
        string[] wanted =
            [.. request.Filters.Where(one => one is { Name: "theme", IsExcluded: false }).Select(one => one.Value)];
        if (wanted.Length == 0)
        {
            // What carries no theme need not be read.
            wanted = [.. index.Themes().Themes.Select(theme => theme.Id)];
            request = request with
            {
                Filters = [.. request.Filters, .. wanted.Select(theme => new PassageFilter("theme", theme))],
            };
        }

        IEnumerable<PassageHit> hits = wanted.Length == 0 ? [] : index.All(request, cancellation);
        IEnumerable<string> rows =
            hits.SelectMany(hit => Rows(hit, wanted)).Select(row => isCsv ? Csv(row) : Json(row));
        return isCsv ? rows.Prepend(CsvHead) : rows;
    }

    /// <summary>The tags of a passage.</summary>
    /// <param name="hit">The passage.</param>
    /// <param name="themes">The themes that are wanted.</param>
    public static IEnumerable<ThemeTagRow> Rows(PassageHit hit, IReadOnlyCollection<string> themes)
    {
        ArgumentNullException.ThrowIfNull(hit);
        ArgumentNullException.ThrowIfNull(themes);
        foreach (PassageTheme theme in hit.Themes)
        {
            if (themes.Contains(theme.Id, StringComparer.OrdinalIgnoreCase))
            {
                yield return Row(hit, theme);
            }
        }
    }

    /// <summary>A line of the CSV form, without the end of the line.</summary>
    public static string Csv(ThemeTagRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        string[] cells =
        [
            row.Paragraph, row.ContentHash, row.Document, row.Title, row.Date ?? "", row.Issuer ?? "",
            Number(row.Number), row.Page is int page ? Number(page) : "", row.Theme,
            row.Score.ToString("0.####", CultureInfo.InvariantCulture), row.Source,
            string.Join("; ", row.Evidence.Select(one => one.Rule).Distinct()),
            string.Join("; ", row.Evidence.Select(one => one.Words).Distinct()),
            string.Join("; ", row.Evidence.Select(one => string.Create(
                CultureInfo.InvariantCulture, $"{one.Rule} {one.Start}-{one.End}"))),
            row.Scheme ?? "", row.OverrideWho ?? "", row.OverrideWhy ?? "", row.Text,
        ];
        return string.Join(',', cells.Select(Cell));
    }

    /// <summary>A line of the JSON form, without the end of the line.</summary>
    public static string Json(ThemeTagRow row) => JsonSerializer.Serialize(row, PassageJson.Options);

    private static ThemeTagRow Row(PassageHit hit, PassageTheme theme) => new(
        hit.Id,
        hit.Id[(hit.Id.LastIndexOf('~') + 1)..].Split('-')[0],
        hit.Document,
        hit.Title,
        hit.Date,
        hit.Issuer,
        hit.Number,
        hit.Page,
        theme.Id,
        theme.Score,
        theme.Override is null ? "scheme" : "override",
        [
            .. (theme.Override is null ? theme.Evidence : []).Select(one => new ThemeTagWords(
                one.Rule, one.Start, one.End, CodePoints(hit.Text, one.Start, one.End))),
        ],
        theme.Scheme,
        theme.Override?.Who,
        theme.Override?.Why,
        hit.Text);

    private static string CodePoints(string text, int start, int end) =>
        text[CodePointOffsets.ToUtf16(text, start)..CodePointOffsets.ToUtf16(text, end)];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// A cell in quotes where it needs them. What a spreadsheet would run as a formula is told to be text.
    /// </summary>
    private static string Cell(string cell)
    {
        string safe = cell.Length > 0 && "=+-@\t".Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 || safe != safe.Trim()
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }
}
