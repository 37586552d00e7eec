namespace Search.Passages.Indexing;

/// <summary>How the index stands.</summary>
public sealed record IndexStatus
{
    /// <summary>Whether there is a generation to search.</summary>
    public required bool IsReady { get; init; }

    /// <summary>The generation that answers; null before the first.</summary>
    public long? Generation { get; init; }

    /// <summary>Documents of the generation.</summary>
    public int Documents { get; init; }

    /// <summary>Units of all kinds.</summary>
    public long Units { get; init; }

    /// <summary>Paragraphs, items and footnotes: what a search counts unless told otherwise.</summary>
    public long Paragraphs { get; init; }

    /// <summary>Files that could not be read, by path.</summary>
    public IReadOnlyList<FileFailure> Failures { get; init; } = [];

    /// <summary>Whether a re-index is under way in this process.</summary>
    public bool IsRunning { get; init; }

    /// <summary>How far the running re-index is.</summary>
    public IndexProgress? Progress { get; init; }

    /// <summary>The last finished re-index of this process.</summary>
    public IndexRun? LastRun { get; init; }

    /// <summary>What stopped the last re-index of this process short; null where it went through.</summary>
    public string? LastError { get; init; }

    /// <summary>When the schedule starts the next; null without a schedule.</summary>
    public DateTimeOffset? NextRun { get; init; }
}

/// <summary>A file of the corpus that could not be read.</summary>
/// <param name="Path">Path within the corpus folder.</param>
/// <param name="Code">Stable reason code, such as <c>no-text-layer</c>.</param>
/// <param name="Reason">One sentence.</param>
public sealed record FileFailure(string Path, string Code, string Reason);
