namespace Search.Passages.Indexing;

/// <summary>How far a re-index is.</summary>
/// <param name="Phase">What it does.</param>
/// <param name="FilesDone">Files that are through, of those this run has to read.</param>
/// <param name="FilesTotal">Files that this run has to read.</param>
/// <param name="Passages">Units indexed so far.</param>
/// <param name="ElapsedSeconds">Time since the start.</param>
/// <param name="RemainingSeconds">Estimate of the time to go; null while nothing can be said.</param>
public sealed record IndexProgress(
    IndexPhase Phase, int FilesDone, int FilesTotal, long Passages, double ElapsedSeconds, double? RemainingSeconds);

/// <summary>Steps of a re-index, in their order.</summary>
public enum IndexPhase
{
    /// <summary>The folder is compared with the index.</summary>
    Comparing,

    /// <summary>Files are read and indexed.</summary>
    Reading,

    /// <summary>The new generation is written.</summary>
    Committing,

    /// <summary>Through.</summary>
    Done,
}
