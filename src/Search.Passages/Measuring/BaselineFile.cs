using System.Globalization;

namespace Search.Passages.Measuring;

/// <summary>
/// Reads figures that were measured elsewhere from the tables of a <c>BASELINES.md</c> beside the collections: those
/// with the columns collection, qrels file, setting, nDCG@10, MAP, P@10 and R@100.
/// </summary>
internal static class BaselineFile
{
    private static readonly string[] Columns = ["nDCG@10", "MAP", "P@10", "R@100"];

    /// <summary>The figures for a collection; none where there is no such file.</summary>
    /// <param name="folder">Folder of the collection; the file lies in it, or beside it.</param>
    /// <param name="collection">Name of the collection.</param>
    /// <param name="qrels">Name of the file of judgments.</param>
    public static IReadOnlyList<Baseline> Read(string folder, string collection, string qrels)
    {
        string? path = new[] { Path.Combine(folder, "BASELINES.md"), Path.Combine(folder, "..", "BASELINES.md") }
            .FirstOrDefault(File.Exists);
        List<Baseline> found = [];
        string[] heading = [];
        foreach (string line in path is null ? [] : File.ReadLines(path))
        {
            string[] cells = [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
            if (!line.StartsWith('|'))
            {
                heading = [];
            }
            else if (heading.Length == 0)
            {
                heading = cells;
            }
            else if (cells.Length == heading.Length
                && Cell("collection") == collection
                && Cell("qrels file") == qrels
                && Array.ConvertAll(Columns, Figure) is { } figures
                && !figures.Contains(null))
            {
                string setting = Cell("corpus") is string corpus and not "corpus"
                    ? $"{Cell("setting")}, {corpus}"
                    : Cell("setting") ?? "";
                found.Add(new Baseline(
                    setting,
                    new MeasuredQuality(figures[0]!.Value, figures[1]!.Value, figures[2]!.Value, figures[3]!.Value)));
            }

            string? Cell(string column) =>
                Array.IndexOf(heading, column) is int place and >= 0 ? cells[place] : null;
            double? Figure(string column) =>
                double.TryParse(Cell(column), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                    ? value
                    : null;
        }

        return found;
    }
}
