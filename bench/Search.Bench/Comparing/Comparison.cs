using Search.Bench.Engines;
using Search.Bench.Inputs;
using Search.Bench.Measuring;
using Search.Bench.Peers;
using Search.Engine.Searching;
using Search.Text.Analysis;

namespace Search.Bench.Comparing;

/// <summary>
/// Builds the same index in our engine and in the peers, runs the same queries in alternating rounds, and prints one
/// table. Only ratios of one run mean anything: the machine's speed drifts.
/// </summary>
internal static class Comparison
{
    /// <summary>Runs the comparison.</summary>
    /// <returns>The exit code: 0, or 1 where hit counts differ.</returns>
    public static int Run(CompareOptions options, TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("search-bench").FullName;
        try
        {
            output.WriteLine($"preparing {options.Passages}");
            PreparedPassages passages = PreparedPassages.Write(
                options.Passages, folder, options.KeepsStopWords, options.Limit, Analyzers.Unstemmed);
            IReadOnlyList<ClassQuery> queries = ClassQuery.ReadFile(options.Queries);
            using LucenePeer? lucene = StartLucene(options, output);
            using SqlitePeer? sqlite = options.HasPeers ? SqlitePeer.Create(Path.Combine(folder, "sqlite.db")) : null;
            Build(passages, folder, lucene, sqlite, output);
            return Measure(folder, queries, lucene, sqlite, options.Rounds, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static LucenePeer? StartLucene(CompareOptions options, TextWriter output)
    {
        if (options.HasPeers && LucenePeer.WhyAbsent is { } reason)
        {
            output.WriteLine($"without Lucene: {reason}");
        }

        return options.HasPeers && LucenePeer.WhyAbsent is null ? LucenePeer.Start() : null;
    }

    private static void Build(
        PreparedPassages passages, string folder, LucenePeer? lucene, SqlitePeer? sqlite, TextWriter output)
    {
        output.WriteLine($"{passages.Count} passages; seconds are from the first passage to the commit, one thread");
        IndexingTable.WriteHead(output);
        foreach (bool storesText in (bool[])[false, true])
        {
            string kind = storesText ? "text stored" : "index alone";
            string own = Path.Combine(folder, storesText ? "own-stored" : "own");
            IndexingTable.WriteRow(output, $"ours, {kind}", OwnEngine.Index(passages, storesText, own));
            if (lucene is not null)
            {
                string theirs = Path.Combine(folder, storesText ? "lucene-stored" : "lucene");
                IndexingTable.WriteRow(output, $"Lucene, {kind}", lucene.Index(passages, storesText, theirs, 1));
            }
        }

        if (sqlite is not null)
        {
            IndexingTable.WriteRow(output, "SQLite FTS5", sqlite.Index(passages));
        }
    }

    private static int Measure(
        string folder,
        IReadOnlyList<ClassQuery> queries,
        LucenePeer? lucene,
        SqlitePeer? sqlite,
        int rounds,
        TextWriter output)
    {
        using OwnEngine own = OwnEngine.Open(Path.Combine(folder, "own"), storesText: false);
        lucene?.Open(Path.Combine(folder, "lucene"));
        foreach (ClassQuery query in queries)
        {
            lucene?.Add(query);
        }

        SearchRequest[] requests = [.. queries.Select(query => OwnEngine.Prepare(query, needsTotal: true))];
        var best = new QueryTiming?[queries.Count];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < requests.Length; i++)
            {
                QueryTiming timing = own.Run(requests[i]);
                best[i] = best[i] is { } before && before.BestNanoseconds < timing.BestNanoseconds ? before : timing;
            }

            lucene?.Round(isExact: true);
            lucene?.Round(isExact: false);
        }

        List<Column> columns = [new("ours", [.. best])];
        if (lucene is not null)
        {
            columns.Add(new("Lucene exact", lucene.Report(isExact: true)));
            columns.Add(new("Lucene pruned", lucene.Report(isExact: false), CountsExactly: false));
        }

        if (sqlite is not null)
        {
            // One round: it is slower by orders of magnitude, and its place in the table needs no more precision.
            QueryTiming?[] once = [.. queries.Select(query => SqlitePeer.CanAnswer(query.Class) ? sqlite.Run(query)
                : null)];
            columns.Add(new("SQLite FTS5", once));
        }

        return ClassTable.Write(output, queries, columns);
    }
}
