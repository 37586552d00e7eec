using Search.Bench.Engines;
using Search.Bench.Inputs;
using Search.Bench.Measuring;
using Search.Bench.Peers;
using Search.Engine.Searching;

namespace Search.Bench.Comparing;

/// <summary>
/// Runs the same queries in our engine and in the peers, round about, within one run: the machine's speed drifts, so
/// that only ratios of one run mean anything.
/// </summary>
internal static class Rounds
{
    /// <summary>Runs the rounds.</summary>
    /// <param name="indexes">The indexes.</param>
    /// <param name="queries">The queries.</param>
    /// <param name="lucene">Lucene, started for these rounds; null for none.</param>
    /// <param name="sqlite">SQLite with its table filled; null for none.</param>
    /// <param name="rounds">How often every query is run; the best counts.</param>
    public static Measurement Run(
        BuiltIndexes indexes,
        IReadOnlyList<ClassQuery> queries,
        LucenePeer? lucene,
        SqlitePeer? sqlite,
        int rounds)
    {
        using OwnEngine plain = OwnEngine.Open(indexes.Own(IndexShape.Plain), IndexShape.Plain);
        using OwnEngine labelled = OwnEngine.Open(indexes.Own(IndexShape.Labelled), IndexShape.Labelled);
        _ = lucene?.Open(indexes.Lucene);
        foreach (ClassQuery query in queries)
        {
            lucene?.Add(query);
        }

        Own[] own =
        [
            new(Side.Ours, plain, [.. queries.Select(OwnRequests.Counted)]),
            new(Side.OursFaceted, labelled, [.. queries.Select(OwnRequests.Faceted)]),
            new(Side.OursUncounted, plain, [.. queries.Select(OwnRequests.Uncounted)]),
        ];
        for (int round = 0; round < rounds; round++)
        {
            foreach (Own side in own)
            {
                side.Round();
            }

            lucene?.Round(isExact: true);
            lucene?.Round(isExact: false);
        }

        List<Column> columns = [.. own.Select(side => new Column(side.Side, side.Best))];
        if (lucene is not null)
        {
            columns.Add(new(Side.LuceneExact, lucene.Report(isExact: true)));
            columns.Add(new(Side.LucenePruned, lucene.Report(isExact: false)));
        }

        if (sqlite is not null)
        {
            // One round: it is slower by orders of magnitude, and its place in the table needs no more precision.
            columns.Add(new(
                Side.Sqlite, [.. queries.Select(query => SqlitePeer.CanAnswer(query) ? sqlite.Run(query) : null)]));
        }

        return new Measurement(indexes.Passages.Count, queries, columns);
    }

    /// <summary>Runs the product's requests over an index of its shape.</summary>
    public static Measurement RunProduct(BuiltIndexes indexes, IReadOnlyList<ClassQuery> queries, int rounds)
    {
        using OwnEngine engine = OwnEngine.Open(indexes.Own(IndexShape.Product), IndexShape.Product);
        var own = new Own(Side.Ours, engine, [.. queries.Select(OwnRequests.Product)]);
        for (int round = 0; round < rounds; round++)
        {
            own.Round();
        }

        return new Measurement(indexes.Passages.Count, queries, [new Column(Side.Ours, own.Best)]);
    }

    private sealed class Own(Side side, OwnEngine engine, SearchRequest[] requests)
    {
        private readonly QueryTiming?[] _best = new QueryTiming?[requests.Length];

        public Side Side => side;

        public IReadOnlyList<QueryTiming?> Best => _best;

        public void Round()
        {
            for (int i = 0; i < requests.Length; i++)
            {
                _best[i] = QueryTiming.Better(_best[i], engine.Run(requests[i]));
            }
        }
    }
}
