using System.Diagnostics;
using Search.Bench.Measuring;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Storage;

namespace Search.Bench.Engines;

/// <summary>The project's own engine over an index of some shape.</summary>
internal sealed class OwnEngine : IDisposable
{
    /// <summary>Lucene's default: its fuzzy queries expand to the 50 best terms.</summary>
    private const int FuzzyExpansions = 50;

    private readonly IndexSnapshot _snapshot;
    private readonly DiskStorage _storage;
    private readonly IndexSearcher _searcher;

    private OwnEngine(DiskStorage storage, IndexSnapshot snapshot)
    {
        _storage = storage;
        _snapshot = snapshot;
        _searcher = new IndexSearcher(snapshot, new SearchLimits { MaxFuzzyExpansions = FuzzyExpansions });
    }

    /// <summary>Opens an index for searching.</summary>
    public static OwnEngine Open(string folder, IndexShape shape)
    {
        DiskStorage storage = DiskStorage.Open(folder);
        IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, OwnSchemas.For(shape))
            ?? throw new InvalidOperationException($"'{folder}' holds no index.");
        return new OwnEngine(storage, snapshot);
    }

    /// <summary>Runs a request once.</summary>
    public QueryTiming Run(SearchRequest request)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        SearchResults results = _searcher.Search(request);
        long nanoseconds = (long)Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        ScoredDoc[] top = [.. results.Hits.Select(hit => new ScoredDoc(hit.Address.DocId, hit.Score))];
        return new QueryTiming(results.Total, nanoseconds, top, allocated);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _snapshot.Dispose();
        _storage.Dispose();
    }
}
