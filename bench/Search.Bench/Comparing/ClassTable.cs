using System.Globalization;
using Search.Bench.Measuring;

namespace Search.Bench.Comparing;

/// <summary>Medians and 99th percentiles a class, and how many times as fast ours is as Lucene.</summary>
internal static class ClassTable
{
    /// <summary>Writes the table, a column a side.</summary>
    public static void Write(TextWriter output, Measurement all)
    {
        output.WriteLine();
        output.WriteLine("Microseconds for the top 10, each query's best round: median / p99 over the class.");
        output.WriteLine("In brackets how many times as fast as Lucene: its exact mode, without a count its pruned.");
        output.WriteLine();
        output.WriteLine("| class | hits | " + string.Join(" | ", all.Columns.Select(column => column.Name)) + " |");
        output.WriteLine("|---|---|" + string.Concat(all.Columns.Select(_ => "---|")));
        foreach (string name in all.Classes)
        {
            double hits = all.Members(name).Average(i => all.Columns[0].Timings[i]?.Hits ?? 0);
            string row = string.Create(CultureInfo.InvariantCulture, $"| {name} | {hits:F0} | ");
            IEnumerable<string> cells = all.Columns.Select(column => Cell(all, column.Side, name));
            output.WriteLine(row + string.Join(" | ", cells) + " |");
        }
    }

    /// <summary>Managed memory a query takes, ours.</summary>
    public static double MostAllocatedKilobytes(Measurement all) => all.Columns
        .SelectMany(column => column.Timings.OfType<QueryTiming>())
        .Max(timing => timing.AllocatedBytes) / 1024.0;

    /// <summary>Writes what a query of each class allocates.</summary>
    public static void WriteAllocations(TextWriter output, Measurement all)
    {
        Column[] ours = [.. all.Columns.Where(column => column.Timings.Any(timing => timing?.AllocatedBytes > 0))];
        output.WriteLine();
        output.WriteLine("KB of managed memory a query, median / most:");
        output.WriteLine();
        output.WriteLine("| class | " + string.Join(" | ", ours.Select(column => column.Name)) + " |");
        output.WriteLine("|---|" + string.Concat(ours.Select(_ => "---|")));
        foreach (string name in all.Classes)
        {
            IEnumerable<string> cells = ours.Select(column =>
            {
                long[] bytes = [.. all.Members(name).Select(i => column.Timings[i]?.AllocatedBytes ?? 0).Order()];
                double median = ClassTimes.Quantile(bytes, 0.5) / 1024;
                return string.Create(CultureInfo.InvariantCulture, $"{median:F1} / {bytes[^1] / 1024.0:F1}");
            });
            output.WriteLine($"| {name} | {string.Join(" | ", cells)} |");
        }
    }

    private static string Cell(Measurement all, Side side, string name)
    {
        if (all.Times(side, name) is not { } times)
        {
            return "–";
        }

        ClassTimes? peer = side switch
        {
            Side.Ours or Side.OursFaceted => all.Times(Side.LuceneExact, name),
            Side.OursUncounted => all.Times(Side.LucenePruned, name),
            _ => null,
        };
        string cell = string.Create(CultureInfo.InvariantCulture, $"{times.Median:F1} / {times.P99:F1}");
        return peer is { } theirs
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{cell} ({theirs.Over(times).Median:F1} / {theirs.Over(times).P99:F1})")
            : cell;
    }
}
