using Search.Corpus.Documents;
using Search.Passages.Indexing.States;

namespace Search.Passages.Indexing;

/// <summary>The folder compared with the last generation: what a re-index has to do.</summary>
internal sealed record FolderPlan
{
    /// <summary>Failures that may end without the file changing: they are tried again each time.</summary>
    private static readonly string[] PassingFailures =
        [ReasonCodes.ToolMissing, ReasonCodes.Unreadable, ReasonCodes.Changed];

    /// <summary>What is to be done for each file of the folder, ordinally by path.</summary>
    public required IReadOnlyList<FileWork> Files { get; init; }

    /// <summary>Files that have gone.</summary>
    public required IReadOnlyList<KnownFile> Removed { get; init; }

    /// <summary>Bytes of the files that are read.</summary>
    public long BytesToRead => Files.Where(IsRead).Sum(work => work.File.Length);

    /// <summary>Number of files that are read.</summary>
    public int FilesToRead => Files.Count(IsRead);

    /// <summary>Compares.</summary>
    /// <param name="listing">The folder.</param>
    /// <param name="last">What the last generation knows.</param>
    /// <param name="stamps">Length, time and hash of each file when it was last looked at.</param>
    /// <param name="limits">Limits under which files are read.</param>
    /// <param name="isRebuild">Whether every file is read and indexed again.</param>
    /// <param name="isTagged">Whether the scheme tags as it did, so that passages that stand need no new tags.</param>
    public static FolderPlan Make(
        CorpusListing listing,
        CorpusState last,
        IReadOnlyDictionary<string, FileStamp> stamps,
        CorpusOptions limits,
        bool isRebuild,
        bool isTagged)
    {
        Dictionary<string, KnownFile> known = last.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        IReadOnlyDictionary<string, string> ids =
            DocumentIdBook.Assign([.. listing.Files.Select(file => file.RelativePath)], known);
        var works = new List<FileWork>(listing.Files.Count);
        foreach (CorpusFile file in listing.Files)
        {
            _ = known.Remove(file.RelativePath, out KnownFile? before);
            FileStep step = isRebuild
                ? FileStep.Rebuild
                : Step(file, before, stamps.GetValueOrDefault(file.RelativePath), limits, isTagged);
            works.Add(new FileWork(file, ids[file.RelativePath], before, step));
        }

        return new FolderPlan { Files = works, Removed = [.. known.Values] };
    }

    /// <summary>Whether the file is opened.</summary>
    public static bool IsRead(FileWork work) => work.Step is FileStep.Read or FileStep.Rebuild;

    /// <summary>Whether a failure may end without the file changing: once a tool is installed, for one.</summary>
    public static bool IsPassing(KnownFailure? failure, CorpusOptions limits) =>
        failure is not null && (PassingFailures.Contains(failure.Code)
            || (failure.Code == ReasonCodes.NoTextLayer && ScanTools.CanRead(limits)));

    private static FileStep Step(
        CorpusFile file, KnownFile? before, FileStamp? stamp, CorpusOptions limits, bool isTagged)
    {
        bool isSame = before is not null
            && stamp is not null
            && stamp.Length == file.Length
            && stamp.Ticks == file.LastWriteTimeUtc.UtcTicks
            && stamp.Hash == before.Hash
            && before.Stamp == file.MetadataStamp
            && !IsPassing(before.Failure, limits);
        return !isSame ? FileStep.Read
            : isTagged || before!.Document is null ? FileStep.Keep // before is known where nothing changed
            : FileStep.Tag;
    }
}
