using Search.Corpus.Documents;
using Search.Engine.Indexing;
using Search.Engine.Storage;
using Search.Passages.Generations;
using Search.Passages.Indexing.States;
using Search.Passages.Schemas;

namespace Search.Passages.Indexing;

/// <summary>
/// Brings an index up to date with its folder: what changed is read, on all cores, and written in the order of the
/// paths; what is gone is dropped; a changed scheme tags the stored text again. Either a whole new generation is
/// committed or none.
/// </summary>
internal sealed class Reindexer(PassageIndexOptions options, DiskStorage storage, TimeProvider time)
{
    private readonly StateFiles _states = new(options.Index);

    /// <summary>Runs once. The caller sees to it that nothing else writes to the index.</summary>
    public async Task<IndexRun> RunAsync(
        bool isRebuild, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        DateTimeOffset started = time.GetUtcNow();
        long start = time.GetTimestamp();
        var meter = new ProgressMeter(progress, time);
        CorpusFolder folder = CorpusFolder.Open(options.Corpus, options.Limits);
        CorpusListing listing = folder.List();
        using LastGeneration last = LastGeneration.Open(storage, _states, isRebuild);
        PassageTagger tagger = PassageTagger.Load(options, last.State);
        FolderPlan plan = FolderPlan.Make(
            listing, last.State, _states.ReadStamps(), last.RebuildReason is not null, tagger.IsUnchanged);
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

        CorpusState state = ledger.StateOf(listing, tagger);
        string name = StateFiles.NameOf(state, out byte[] bytes);
        bool isChanged = ledger.HasWritten || name != last.StateName;
        long generation = last.Generation;
        if (isChanged)
        {
            meter.Commit();
            _states.Write(name, bytes);
            generation = writer.Commit(Generation.Data(name, state)).Generation;
        }

        _states.WriteStamps(ledger.Stamps);
        _states.Sweep(name);
        meter.Done();
        return ledger.Report(state) with
        {
            Started = started,
            Seconds = time.GetElapsedTime(start).TotalSeconds,
            Generation = generation,
            IsChanged = isChanged,
            Warnings = listing.Warnings,
            RebuildReason = last.RebuildReason,
        };
    }
}
