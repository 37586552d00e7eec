using System.Diagnostics;
using System.Globalization;
using Search.Bench.Inputs;
using Search.Bench.Measuring;
using Search.Engine.Indexing;
using Search.Engine.Storage;

namespace Search.Bench.Engines;

/// <summary>
/// Builds an index of ours in a process of its own, so that its memory is that of indexing and nothing else.
/// </summary>
internal static class OwnIndexer
{
    /// <summary>The verb of the process.</summary>
    public const string Verb = "index";

    /// <summary>Builds an index in a new process.</summary>
    /// <param name="passages">What to index.</param>
    /// <param name="shape">What to keep of it.</param>
    /// <param name="threads">Threads that analyze.</param>
    /// <param name="folder">Where the index goes; empty or missing.</param>
    public static IndexingResult Run(PreparedPassages passages, IndexShape shape, int threads, string folder)
    {
        string count = threads.ToString(CultureInfo.InvariantCulture);
        return ResultLine.Read(OwnProcess.Run(Verb, passages.Folder, shape.ToString(), count, folder));
    }

    /// <summary>Builds an index in this process and merges it into one segment.</summary>
    public static IndexingResult Index(PreparedPassages passages, IndexShape shape, int threads, string folder)
    {
        using var memory = new AnonymousMemory();
        using DiskStorage storage = DiskStorage.Open(folder);
        using IndexWriter writer = IndexWriter.Open(
            storage, OwnSchemas.For(shape), new IndexWriterOptions { Threads = threads });
        long start = Stopwatch.GetTimestamp();
        long count = AddAll(writer, passages, shape);
        writer.Commit();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long sourceBytes = Size(folder);
        int segments = Directory.EnumerateFiles(folder, "*.seg").Count();
        start = Stopwatch.GetTimestamp();
        writer.MergeAll();
        writer.Commit();
        double mergeSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long peak = memory.PeakKilobytes;
        using IndexSnapshot? snapshot = IndexSnapshot.TryOpen(storage, OwnSchemas.For(shape));
        long pairs = snapshot?.PairBytes ?? 0;
        return new IndexingResult(count, seconds, mergeSeconds, sourceBytes, segments, Size(folder), 0, peak, pairs);
    }

    private static long AddAll(IndexWriter writer, PreparedPassages passages, IndexShape shape)
    {
        using var documents = new OwnDocuments(passages, shape);
        var document = new IndexDocument();
        long count = 0;
        for (; documents.Next(document); count++)
        {
            writer.Add(document);
        }

        return count;
    }

    private static long Size(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
}
