namespace Search.Bench.Measuring;

/// <summary>What indexing a set of passages took.</summary>
/// <param name="Passages">Passages indexed.</param>
/// <param name="Seconds">From the first passage to the commit, final merge left out.</param>
/// <param name="MergeSeconds">The final merge into one segment.</param>
/// <param name="SourceBytes">Bytes of the index before the final merge: what that merge moved.</param>
/// <param name="Segments">Segments before the final merge; 1 means that there was nothing to merge.</param>
/// <param name="IndexBytes">Size of the merged index; of Lucene's without its stored text.</param>
/// <param name="StoredBytes">Size of Lucene's stored text; 0 for ours, whose one file holds both.</param>
/// <param name="PeakKilobytes">Largest anonymous memory of the process.</param>
/// <param name="PairBytes">What of the index are lists of pairs of common words; only ours has them.</param>
internal sealed record IndexingResult(
    long Passages,
    double Seconds,
    double MergeSeconds,
    long SourceBytes,
    int Segments,
    long IndexBytes,
    long StoredBytes,
    long PeakKilobytes,
    long PairBytes = 0)
{
    /// <summary>Passages a second.</summary>
    public double Rate => Passages / Seconds;

    /// <summary>Megabytes a second that the final merge moved; 0 where there was nothing to merge.</summary>
    public double MergeRate => Segments > 1 ? SourceBytes / 1e6 / MergeSeconds : 0;
}
