using System.Globalization;
using Search.Bench.Engines;
using Search.Bench.Measuring;
using Search.Bench.Peers;

namespace Search.Bench.Comparing;

/// <summary>Builds the indexes of a set of passages, ours and the peers', and judges bars 5 and 6.</summary>
internal sealed class IndexBuilding(BuiltIndexes indexes, bool hasLucene, TextWriter output)
{
    private const double LeastRatio = 2;
    private const double LeastScaling = 1.7;
    private const double MostPeakMegabytes = 400;
    private const double LeastMergeRate = 100;
    private const double MostPairsInPercent = 10;

    private readonly List<BarRow> _bars = [];

    /// <summary>The bars, once built.</summary>
    public IReadOnlyList<BarRow> Bars => _bars;

    /// <summary>Builds what the rounds need and prints nothing: ours with and without columns, Lucene's.</summary>
    public void BuildSearched()
    {
        _ = OwnIndexer.Run(indexes.Passages, IndexShape.Plain, 1, indexes.Own(IndexShape.Plain));
        _ = OwnIndexer.Run(indexes.Passages, IndexShape.Labelled, 1, indexes.Own(IndexShape.Labelled));
        if (hasLucene)
        {
            _ = Lucene(storesText: false, indexes.Lucene, 1);
        }
    }

    /// <summary>Builds all, on one thread and on two, and prints a row each.</summary>
    public void BuildAll(SqlitePeer? sqlite)
    {
        IndexingTable.WriteHead(output);
        IndexingResult plain = Own("ours, index alone", IndexShape.Plain, 1, indexes.Own(IndexShape.Plain));
        IndexingResult? lucene = Theirs("Lucene, index alone", storesText: false, indexes.Lucene, 1);
        IndexingResult two = Own("ours, index alone", IndexShape.Plain, 2, indexes.Spare);
        Directory.Delete(indexes.Spare, recursive: true);
        if (Theirs("Lucene, index alone", storesText: false, indexes.Spare, 2) is not null)
        {
            Directory.Delete(indexes.Spare, recursive: true);
        }

        IndexingResult stored = Own("ours, text stored", IndexShape.Stored, 1, indexes.Own(IndexShape.Stored));
        IndexingResult? theirStored = Theirs("Lucene, text stored", storesText: true, indexes.LuceneStored, 1);
        IndexingResult labelled =
            Own("ours, columns of themes and issuers", IndexShape.Labelled, 1, indexes.Own(IndexShape.Labelled));
        IndexingResult product =
            Own("ours, the product's shape", IndexShape.Product, 1, indexes.Own(IndexShape.Product));
        if (sqlite is not null)
        {
            IndexingTable.WriteRow(output, "SQLite FTS5", 1, sqlite.Index(indexes.Passages));
        }

        if (lucene is not null && theirStored is not null)
        {
            double ratio = plain.Rate / lucene.Rate;
            _bars.Add(BarRow.AtLeast(5, "indexing, one thread, against Lucene", ratio, LeastRatio, "times"));
            double both = two.Rate / lucene.Rate;
            double least = LeastRatio * LeastScaling;
            _bars.Add(BarRow.AtLeast(5, "indexing, two threads, against Lucene's one", both, least, "times"));
        }

        double scaling = two.Rate / plain.Rate;
        _bars.Add(BarRow.AtLeast(5, "indexing, two threads against one", scaling, LeastScaling, "times"));
        IndexingResult[] all = [plain, two, stored, labelled, product];
        double peak = all.Max(result => result.PeakKilobytes) / 1e3;
        _bars.Add(BarRow.AtMost(5, "indexing, peak anonymous memory", peak, MostPeakMegabytes, "MB"));
        (string Name, IndexingResult Result)[] merged = [("index alone", plain), ("the product's shape", product)];
        foreach ((string name, IndexingResult result) in merged)
        {
            if (result.Segments > 1)
            {
                _bars.Add(BarRow.AtLeast(5, $"full merge, {name}", result.MergeRate, LeastMergeRate, "MB/s"));
            }
        }

        if (lucene is not null && theirStored is not null)
        {
            _bars.Add(Size("index, pairs apart", plain.IndexBytes - plain.PairBytes, lucene.IndexBytes));
            _bars.Add(Size("stored text", stored.IndexBytes - plain.IndexBytes, theirStored.StoredBytes));
        }

        double pairs = 100.0 * plain.PairBytes / plain.IndexBytes;
        _bars.Add(BarRow.AtMost(6, "pairs of common words, of the index", pairs, MostPairsInPercent, "%"));
    }

    private static BarRow Size(string what, long ours, long theirs) => new(
        6,
        $"size of the {what} against Lucene's",
        string.Create(CultureInfo.InvariantCulture, $"{ours / 1e6:F1} MB to {theirs / 1e6:F1}"),
        "no larger",
        ours <= theirs);

    private IndexingResult Own(string name, IndexShape shape, int threads, string folder)
    {
        IndexingResult result = OwnIndexer.Run(indexes.Passages, shape, threads, folder);
        IndexingTable.WriteRow(output, name, threads, result);
        return result;
    }

    private IndexingResult? Theirs(string name, bool storesText, string folder, int threads)
    {
        if (!hasLucene)
        {
            return null;
        }

        IndexingResult result = Lucene(storesText, folder, threads);
        IndexingTable.WriteRow(output, name, threads, result);
        return result;
    }

    /// <summary>In a process of its own, as ours is: the memory of one build is not that of another.</summary>
    private IndexingResult Lucene(bool storesText, string folder, int threads)
    {
        using LucenePeer peer = LucenePeer.Start();
        return peer.Index(indexes.Passages, storesText, folder, threads);
    }
}
