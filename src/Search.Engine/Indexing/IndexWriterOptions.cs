namespace Search.Engine.Indexing;

/// <summary>How a writer uses memory and when it merges.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>Bytes that buffered documents may take before they are written as a segment.</summary>
    public long BufferSizeInBytes { get; init; } = 64L << 20;

    /// <summary>Neighbouring segments of one size class that are merged into one at a commit; at least 2.</summary>
    public int MergeFactor { get; init; } = 10;

    /// <summary>Documents above which a segment is merged only by <see cref="IndexWriter.MergeAll"/>.</summary>
    public int MaxMergedDocCount { get; init; } = 50_000_000;
}
