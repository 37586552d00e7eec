using Search.Corpus.Documents;
using Search.Engine;
using Search.Engine.Indexing;
using Search.Engine.Storage;
using Search.Passages.Generations;
using Search.Passages.Indexing.States;
using Search.Passages.Schemas;
using Search.Passages.Suggestions;
using Search.Passages.Synonyms;

namespace Search.Passages.Indexing;

/// <summary>
/// Brings an index up to date with its folder: what changed is read, on all cores, and written in the order of the
/// paths; what is gone is dropped; a changed scheme tags the stored text again. Either a whole new generation is
/// committed or none.
/// </summary>
internal sealed class Reindexer(PassageIndexOptions options, DiskStorage storage, TimeProvider time)
{
    private readonly StateFiles _states = new(options.Index);

    /// <summary>
    /// Runs once; where the index turns out to be damaged on the way, once more from nothing. The caller sees to it
    /// that nothing else writes to the index.
    /// </summary>
    public async Task<IndexRun> RunAsync(
        bool isRebuild, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(isRebuild, null, progress, cancellation).ConfigureAwait(false);
        }
        catch (IndexCorruptException damage)
        {
            return await RunAsync(isRebuild, damage, progress, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<IndexRun> RunAsync(
        bool isRebuild,
        IndexCorruptException? damage,
        IProgress<IndexProgress>? progress,
        CancellationToken cancellation)
    {
        DateTimeOffset started = time.GetUtcNow();
        long start = time.GetTimestamp();
        var meter = new ProgressMeter(progress, time);
        CorpusFolder folder = CorpusFolder.Open(options.Corpus, options.Limits);
        CorpusListing listing = WithoutIndex(folder);
        using LastGeneration last = LastGeneration.Open(storage, _states, isRebuild, damage);
        PassageTagger tagger = PassageTagger.Load(options, last.State);
        SynonymTable synonyms = SynonymFile.Load(options);
        FolderPlan plan = FolderPlan.Make(
            listing,
            last.State,
            _states.ReadStamps(),
            options.Limits,
            last.RebuildReason is not null,
            tagger.IsUnchanged);
        meter.Plan(plan);

        using IndexWriter writer = IndexWriter.Open(storage, PassageSchema.Schema);
        var ledger = new RunLedger(writer);
        ledger.Remove(plan.Removed);
        var intake = new FileIntake(folder, tagger, last.Units);
        await foreach (FileOutcome outcome in
            IntakeQueue.RunAsync(plan.Files, intake.RunAsync, options.Readers, cancellation).ConfigureAwait(false))
        {
            ledger.Apply(outcome);
            meter.Add(outcome);
        }

        cancellation.ThrowIfCancellationRequested();
        if (last.Generation == 0 || last.RebuildReason is not null)
        {
            // All of it is new: one segment answers faster, and what a rebuild deleted stops counting.
            writer.MergeAll(cancellation);
        }

        meter.Commit();
        CorpusState state = ledger.StateOf(listing, tagger) with { SynonymFingerprint = synonyms.Fingerprint };
        long? generation = Commit(writer, ledger, state, last);
        MakeSuggestions(state, cancellation);
        meter.Done();
        return ledger.Report(state) with
        {
            Started = started,
            Seconds = time.GetElapsedTime(start).TotalSeconds,
            Generation = generation ?? last.Generation,
            IsChanged = generation is not null,
            Warnings = listing.Warnings,
            RebuildReason = last.RebuildReason,
        };
    }

    /// <summary>Commits where anything changed; null where nothing did.</summary>
    private long? Commit(IndexWriter writer, RunLedger ledger, CorpusState state, LastGeneration last)
    {
        long? generation = null;
        string name = StateFiles.NameOf(state, out byte[] bytes);
        if (ledger.HasWritten || name != last.StateName)
        {
            _states.Write(name, bytes);
            generation = writer.Commit(Generation.Data(name, state)).Generation;
        }

        _states.WriteStamps(ledger.Stamps);
        _states.Sweep(name);
        return generation;
    }

    /// <summary>
    /// Makes what queries are completed from, where it is missing: with each generation, or because a run before ended
    /// too soon.
    /// </summary>
    private void MakeSuggestions(CorpusState state, CancellationToken cancellation)
    {
        string name = StateFiles.NameOf(state, out _);
        if (_states.HasSuggestions(name))
        {
            return;
        }

        using Generation? generation = Generation.TryOpen(storage, _states);
        if (generation is not null)
        {
            _states.WriteSuggestions(name, SuggestionBuilder.Build(generation, cancellation));
        }
    }

    /// <summary>The folder, without the index where that lies inside.</summary>
    private CorpusListing WithoutIndex(CorpusFolder folder)
    {
        CorpusListing listing = folder.List();
        string inside = Path.GetRelativePath(folder.Root, Path.GetFullPath(options.Index)).Replace('\\', '/') + "/";
        return listing with
        {
            Files = [.. listing.Files.Where(file => !file.RelativePath.StartsWith(inside, StringComparison.Ordinal))],
            Failures = [.. listing.Failures.Where(file => !file.Path.StartsWith(inside, StringComparison.Ordinal))],
        };
    }
}
