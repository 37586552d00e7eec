using Search.Engine.Indexing;
using Search.Passages.Indexing.States;

namespace Search.Passages.Indexing;

/// <summary>What came of the work for one file.</summary>
internal sealed record FileOutcome
{
    /// <summary>The work.</summary>
    public required FileWork Work { get; init; }

    /// <summary>What is known of the file from now on.</summary>
    public required KnownFile File { get; init; }

    /// <summary>
    /// Its passages where they are to be indexed in the place of the old ones; null where those stand.
    /// </summary>
    public IReadOnlyList<IndexDocument>? Passages { get; init; }

    /// <summary>Whether the file was opened.</summary>
    public bool IsRead => FolderPlan.IsRead(Work);

    /// <summary>Length, time and hash of the file as it was looked at.</summary>
    public FileStamp Stamp => new(
        File.Path, Work.File.Length, Work.File.LastWriteTimeUtc.UtcTicks, File.Hash);
}
