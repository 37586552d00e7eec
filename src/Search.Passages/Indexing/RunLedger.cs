using Search.Corpus.Documents;
using Search.Engine.Indexing;
using Search.Passages.Indexing.States;
using Search.Passages.Schemas;

namespace Search.Passages.Indexing;

/// <summary>Applies outcomes to the writer, in their order, and keeps count. For one run.</summary>
internal sealed class RunLedger(IndexWriter writer)
{
    private readonly List<KnownFile> _files = [];
    private readonly List<FileStamp> _stamps = [];
    private int _read;
    private int _added;
    private int _updated;
    private int _removed;
    private int _retagged;
    private int _unchanged;

    /// <summary>Whether the writer was told anything.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Length, time and hash of each file, by path.</summary>
    public IReadOnlyList<FileStamp> Stamps => _stamps;

    /// <summary>Drops the documents of files that have gone.</summary>
    public void Remove(IReadOnlyList<KnownFile> files)
    {
        foreach (KnownFile file in files)
        {
            _removed += Delete(file) ? 1 : 0;
        }
    }

    /// <summary>Applies what came of one file.</summary>
    public void Apply(FileOutcome outcome)
    {
        KnownFile? before = outcome.Work.Known;
        _files.Add(outcome.File);
        if (outcome.File.Hash.Length > 0)
        {
            _stamps.Add(outcome.Stamp);
        }

        _read += outcome.IsRead ? 1 : 0;
        if (outcome.Passages is not { } passages)
        {
            bool isLost = outcome.File.Document is null && before is not null && Delete(before);
            _removed += isLost ? 1 : 0;
            _unchanged += ReferenceEquals(outcome.File, before) ? 1 : 0;
            return;
        }

        if (before is null || !Delete(before))
        {
            _added++;
        }
        else if (outcome.Work.Step == FileStep.Tag)
        {
            _retagged++;
        }
        else
        {
            _updated++;
        }

        HasWritten = true;
        foreach (IndexDocument passage in passages)
        {
            writer.Add(passage);
        }
    }

    /// <summary>What the new generation knows of the folder.</summary>
    public CorpusState StateOf(CorpusListing listing, PassageTagger tagger) => new()
    {
        Version = CorpusState.CurrentVersion,
        Fingerprint = LastGeneration.Fingerprint,
        SchemeFingerprint = tagger.Fingerprint,
        SchemeVersion = tagger.Version,
        Themes = tagger.Themes,
        Files = _files,
        Refused =
        [
            .. listing.Failures.Select(failure => new KnownFailure(failure.Path, failure.Code, failure.Message)),
        ],
    };

    /// <summary>The counts of the run.</summary>
    public IndexRun Report(CorpusState state) => new()
    {
        Started = default,
        Seconds = 0,
        Generation = 0,
        IsChanged = HasWritten,
        Files = _files.Count,
        Read = _read,
        Added = _added,
        Updated = _updated,
        Removed = _removed,
        Retagged = _retagged,
        Unchanged = _unchanged,
        Documents = state.Files.Count(file => file.Document is not null),
        Units = state.Files.Sum(file => file.Document?.Kinds.Values.Sum(count => (long)count) ?? 0),
        Failures = state.Failures(),
    };

    /// <summary>Deletes the passages of a file; false where it had none.</summary>
    private bool Delete(KnownFile file)
    {
        if (file.Document is null)
        {
            return false;
        }

        writer.DeleteByKeyword(PassageFields.Document, file.Id);
        HasWritten = true;
        return true;
    }
}
