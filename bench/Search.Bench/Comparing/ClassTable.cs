using System.Globalization;
using Search.Bench.Inputs;
using Search.Bench.Measuring;

namespace Search.Bench.Comparing;

/// <summary>Medians, 99th percentiles and ratios a class.</summary>
internal static class ClassTable
{
    /// <summary>Writes the table, a column an engine, and says where hit counts differ.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="queries">The queries.</param>
    /// <param name="columns">The engines; the first is ours, and ratios are against it.</param>
    /// <returns>0, or 1 where counts differ.</returns>
    public static int Write(TextWriter output, IReadOnlyList<ClassQuery> queries, IReadOnlyList<Column> columns)
    {
        output.WriteLine();
        output.WriteLine("Microseconds for the count and the top 10, each query's best round:");
        output.WriteLine("median / p99 over the class, in brackets how many times ours.");
        output.WriteLine("| class | hits | " + string.Join(" | ", columns.Select(column => column.Name)) + " |");
        output.WriteLine("|---|---|" + string.Concat(columns.Select(_ => "---|")));
        int[] all = [.. Enumerable.Range(0, queries.Count)];
        foreach (IGrouping<string, int> group in all.GroupBy(i => queries[i].Class))
        {
            int[] members = [.. group];
            double hits = members.Average(i => columns[0].Timings[i]?.Hits ?? 0);
            ClassTimes? own = Times(columns[0], members);
            IEnumerable<string> cells = columns.Select(column => Cell(Times(column, members), own));
            string row = string.Create(CultureInfo.InvariantCulture, $"| {group.Key} | {hits:F0} | ");
            output.WriteLine(row + string.Join(" | ", cells) + " |");
        }

        return Differences(output, queries, columns) == 0 ? 0 : 1;
    }

    private static int Differences(TextWriter output, IReadOnlyList<ClassQuery> queries, IReadOnlyList<Column> columns)
    {
        int differences = 0;
        foreach (Column peer in columns.Skip(1).Where(column => column.CountsExactly))
        {
            for (int i = 0; i < queries.Count; i++)
            {
                if (peer.Timings[i] is { } theirs && theirs.Hits != columns[0].Timings[i]?.Hits)
                {
                    string words = string.Join(' ', queries[i].Words);
                    long? ours = columns[0].Timings[i]?.Hits;
                    string hits = $"ours {ours}, {peer.Name} {theirs.Hits}";
                    output.WriteLine($"hits differ: {queries[i].Class} '{words}': {hits}");
                    differences++;
                }
            }
        }

        return differences;
    }

    private static string Cell(ClassTimes? times, ClassTimes? own) => (times, own) switch
    {
        (null, _) => "–",
        ({ } some, null) => string.Create(CultureInfo.InvariantCulture, $"{some.Median:F1} / {some.P99:F1}"),
        ({ } some, { } ours) when some == ours =>
            string.Create(CultureInfo.InvariantCulture, $"{some.Median:F1} / {some.P99:F1}"),
        ({ } some, { } ours) => string.Create(
            CultureInfo.InvariantCulture,
            $"{some.Median:F1} / {some.P99:F1} ({some.Median / ours.Median:F2} / {some.P99 / ours.P99:F2})"),
    };

    private static ClassTimes? Times(Column column, int[] members)
    {
        long[] times = [.. members.Select(i => column.Timings[i]).OfType<QueryTiming>().Select(t => t.BestNanoseconds)];
        return times.Length == 0 ? null : ClassTimes.Of(times);
    }
}
