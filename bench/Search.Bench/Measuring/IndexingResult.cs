namespace Search.Bench.Measuring;

/// <summary>What indexing a set of passages took.</summary>
/// <param name="Passages">Passages indexed.</param>
/// <param name="Seconds">From the first passage to the commit, final merge left out.</param>
/// <param name="IndexBytes">Size of the merged index without stored text.</param>
/// <param name="StoredBytes">Size of its stored text.</param>
/// <param name="PeakKilobytes">Largest anonymous memory of the process (for Lucene: resident memory).</param>
internal sealed record IndexingResult(
    long Passages, double Seconds, long IndexBytes, long StoredBytes, long PeakKilobytes)
{
    /// <summary>Passages a second.</summary>
    public double Rate => Passages / Seconds;
}
