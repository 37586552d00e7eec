using System.Globalization;
using Search.Bench.Comparing;
using Search.Bench.Inputs;
using Search.Bench.Peers;

namespace Search.Bench.Growing;

/// <summary>
/// <c>grow</c>: measures some of the passages and all of them, judges bars 1 to 4 over the smaller index, and how each
/// median grows against Lucene's own growth.
/// </summary>
internal static class Growth
{
    /// <summary>Growth of ours may be this much of Lucene's and no more.</summary>
    private const double MostGrowth = 1;

    private static readonly (Side Ours, Side Lucene, string Name)[] Pairs =
    [
        (Side.Ours, Side.LuceneExact, "exact count"),
        (Side.OursFaceted, Side.LuceneExact, "count and facets"),
        (Side.OursUncounted, Side.LucenePruned, "without the count"),
    ];

    /// <summary>Runs both.</summary>
    /// <returns>The exit code: 0, or 1 where hit counts or scores differ.</returns>
    public static int Run(ComparisonOptions options, int smallCount, TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("search-bench").FullName;
        try
        {
            IReadOnlyList<ClassQuery> queries = QuerySet.Read(options.Queries, options.KeepsStopWords);
            bool hasLucene = Comparison.HasLucene(options, output);
            PreparedPassages passages = Comparison.Prepare(options, Path.Combine(folder, "large"), options.Limit);
            PreparedPassages some = passages.Take(smallCount, Path.Combine(folder, "small"));
            Measurement small = Measure(new BuiltIndexes(some), queries, hasLucene, options.Rounds, output);
            Measurement large = Measure(new BuiltIndexes(passages), queries, hasLucene, options.Rounds, output);
            int differences = Equality.Write(output, small) + Equality.Write(output, large);
            WriteGrowth(output, small, large);
            List<BarRow> bars = [.. QueryBars.Judge(small), .. Judge(small, large)];
            string title = string.Create(
                CultureInfo.InvariantCulture, $"Bars at {small.Passages} passages, and growth to {large.Passages}");
            BarRow.Write(output, title, bars);
            return differences == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Bar 7: every median grows less than Lucene's; empty where Lucene did not take part.</summary>
    public static IEnumerable<BarRow> Judge(Measurement small, Measurement large) =>
        from name in small.Classes
        from pair in Pairs
        let ours = Ratio(small, large, pair.Ours, name)
        let lucene = Ratio(small, large, pair.Lucene, name)
        where ours is not null && lucene is not null
        select BarRow.AtMost(
            7, $"{name}: growth, {pair.Name}, against Lucene's", ours.Value / lucene.Value, MostGrowth, "times");

    private static Measurement Measure(
        BuiltIndexes indexes, IReadOnlyList<ClassQuery> queries, bool hasLucene, int rounds, TextWriter output)
    {
        new IndexBuilding(indexes, hasLucene, output).BuildSearched();
        using LucenePeer? lucene = hasLucene ? LucenePeer.Start() : null;
        Measurement all = Rounds.Run(indexes, queries, lucene, null, rounds);
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{indexes.Passages.Count} passages:"));
        ClassTable.Write(output, all);
        return all;
    }

    private static double? Ratio(Measurement small, Measurement large, Side side, string name) =>
        small.Times(side, name) is { } before && large.Times(side, name) is { } after
            ? after.Over(before).Median
            : null;

    private static void WriteGrowth(TextWriter output, Measurement small, Measurement large)
    {
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"How many times the median grows from {small.Passages} to {large.Passages} passages:"));
        output.WriteLine();
        output.WriteLine("| class | " + string.Join(" | ", small.Columns.Select(column => column.Name)) + " |");
        output.WriteLine("|---|" + string.Concat(small.Columns.Select(_ => "---|")));
        foreach (string name in small.Classes)
        {
            IEnumerable<string> cells = small.Columns.Select(column =>
                Ratio(small, large, column.Side, name) is { } ratio
                    ? string.Create(CultureInfo.InvariantCulture, $"{ratio:F2}")
                    : "–");
            output.WriteLine($"| {name} | {string.Join(" | ", cells)} |");
        }
    }
}
