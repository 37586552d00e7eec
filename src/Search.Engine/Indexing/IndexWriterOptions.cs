namespace Search.Engine.Indexing;

/// <summary>How a writer uses memory and when it merges.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>Bytes that buffered documents may take before they are written as a segment.</summary>
    public long BufferSizeInBytes { get; init; } = 40L << 20;

    /// <summary>
    /// Threads that analyze documents and build segments, at least 1. With 1 it is the thread of the caller; with more
    /// the caller's copies documents and merges segments, and <see cref="BufferSizeInBytes"/> holds for each thread.
    /// Whatever the number, documents keep the order in which they were added.
    /// </summary>
    public int Threads { get; init; } = 1;

    /// <summary>Neighbouring segments of one size class that are merged into one at a commit; at least 2.</summary>
    public int MergeFactor { get; init; } = 10;

    /// <summary>Documents above which a segment is merged only by <see cref="IndexWriter.MergeAll"/>.</summary>
    public int MaxMergedDocCount { get; init; } = 50_000_000;
}
