using System.Globalization;
using Search.Bench.Engines;
using Search.Bench.Inputs;
using Search.Bench.Peers;
using Search.Text.Analysis;

namespace Search.Bench.Comparing;

/// <summary>
/// <c>compare</c>: builds the same index on all sides, runs the same queries, and judges bars 1 to 6 and 8.
/// </summary>
internal static class Comparison
{
    private const double MostOpenMilliseconds = 50;
    private const double MostFirstMilliseconds = 5;
    private const double MostAllocatedKilobytes = 10;

    /// <summary>Runs the comparison.</summary>
    /// <returns>The exit code: 0, or 1 where hit counts or scores differ.</returns>
    public static int Run(ComparisonOptions options, TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("search-bench").FullName;
        try
        {
            IReadOnlyList<ClassQuery> queries = QuerySet.Read(options.Queries, options.KeepsStopWords);
            bool hasLucene = HasLucene(options, output);
            PreparedPassages passages = Prepare(options, folder, options.Limit);
            string words = options.KeepsStopWords ? "every word kept" : "stop words removed";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{passages.Count} passages, {words}, {queries.Count} queries, {options.Rounds} rounds."));
            output.WriteLine();
            var indexes = new BuiltIndexes(passages);
            using SqlitePeer? sqlite = options.HasPeers ? SqlitePeer.Create(indexes.Sqlite) : null;
            var building = new IndexBuilding(indexes, hasLucene, output);
            building.BuildAll(sqlite);
            List<BarRow> bars = [.. building.Bars, .. MeasureOpening(indexes, options.Queries, output)];
            using LucenePeer? lucene = hasLucene ? LucenePeer.Start() : null;
            Measurement all = Rounds.Run(indexes, queries, lucene, sqlite, options.Rounds);
            ClassTable.Write(output, all);
            ClassTable.WriteAllocations(output, all);
            double most = ClassTable.MostAllocatedKilobytes(all);
            bars.Add(BarRow.AtMost(8, "managed memory a query, the most", most, MostAllocatedKilobytes, "KB"));
            output.WriteLine();
            output.WriteLine("The product's shape: bare words by their stems, the count, both facets.");
            ClassTable.Write(output, Rounds.RunProduct(indexes, queries, options.Rounds));
            int differences = Equality.Write(output, all);
            bars.AddRange(QueryBars.Judge(all));
            BarRow.Write(output, "Bars", bars);
            return differences == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Reads and prepares passages; the memory that it took is given back.</summary>
    public static PreparedPassages Prepare(ComparisonOptions options, string folder, int limit)
    {
        PreparedPassages passages = PreparedPassages.Write(
            options.Passages, folder, options.KeepsStopWords, limit, Analyzers.Unstemmed);
        GC.Collect();
        return passages;
    }

    /// <summary>Whether Lucene takes part; says why not where it was asked for.</summary>
    public static bool HasLucene(ComparisonOptions options, TextWriter output)
    {
        if (options.HasPeers && LucenePeer.WhyAbsent is { } reason)
        {
            output.WriteLine($"without Lucene: {reason}");
        }

        return options.HasPeers && LucenePeer.WhyAbsent is null;
    }

    private static IEnumerable<BarRow> MeasureOpening(BuiltIndexes indexes, string queries, TextWriter output)
    {
        Opening opening = Opening.Run(indexes.Own(IndexShape.Plain), queries);
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Opening: {opening.OpenMilliseconds:F2} ms ({opening.ColdMilliseconds:F0} ms the process's first, " +
            $"compiling included); the first query after it {opening.FirstMicroseconds:F0} µs, the same again " +
            $"{opening.WarmMicroseconds:F0} µs."));
        yield return BarRow.AtMost(8, "opening the index", opening.OpenMilliseconds, MostOpenMilliseconds, "ms");
        double extra = (opening.FirstMicroseconds - opening.WarmMicroseconds) / 1e3;
        yield return BarRow.AtMost(8, "what the first query pays more", extra, MostFirstMilliseconds, "ms");
    }
}
