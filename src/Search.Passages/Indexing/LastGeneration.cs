using Search.Corpus.Paragraphs;
using Search.Engine;
using Search.Engine.Indexing;
using Search.Engine.Storage;
using Search.Passages.Generations;
using Search.Passages.Indexing.States;
using Search.Passages.Schemas;

namespace Search.Passages.Indexing;

/// <summary>What a run starts from: the last commit and what it knows of the folder; or nothing.</summary>
internal sealed class LastGeneration : IDisposable
{
    /// <summary>
    /// The engine's file that makes a folder an index: without it a writer begins anew and sweeps the rest.
    /// </summary>
    private const string CommitFile = "manifest";

    private readonly Generation? _generation;

    private LastGeneration(Generation? generation, string? rebuildReason)
    {
        _generation = generation;
        RebuildReason = rebuildReason;
        State = generation?.State ?? new CorpusState();
    }

    /// <summary>
    /// Changes when the same file would come to other passages: with the schema, the analyzers, and the program that
    /// splits.
    /// </summary>
    public static string Fingerprint { get; } =
        $"{CorpusState.CurrentVersion} {typeof(Paragraph).Module.ModuleVersionId} {PassageSchema.Fingerprint}";

    /// <summary>Number of the generation; 0 where there is none.</summary>
    public long Generation => _generation?.Number ?? 0;

    /// <summary>Name of its state; null where there is none.</summary>
    public string? StateName => _generation?.StateName;

    /// <summary>What it knows of the folder; empty where there is none.</summary>
    public CorpusState State { get; }

    /// <summary>Why every file has to be read again; null where what stands may be kept.</summary>
    public string? RebuildReason { get; }

    /// <summary>Opens the last commit. One that cannot be read is wiped away: everything is built anew.</summary>
    /// <param name="storage">The index; locked by the caller.</param>
    /// <param name="states">What is kept beside it.</param>
    /// <param name="isForced">Whether the user asked for everything to be read again.</param>
    /// <param name="damage">What a run found wrong with the index, so that it is wiped away; null for nothing.</param>
    public static LastGeneration Open(
        DiskStorage storage, StateFiles states, bool isForced, IndexCorruptException? damage)
    {
        if (damage is not null)
        {
            return Wipe(storage, damage);
        }

        Generation? generation = null;
        try
        {
            generation = Generations.Generation.TryOpen(storage, states);
            string? reason = generation is null ? null
                : isForced ? "it was asked for"
                : generation.State.Fingerprint != Fingerprint ? "this version of the program reads documents otherwise"
                : null;
            return new LastGeneration(generation, reason);
        }
        catch (Exception e) when (e is IndexCorruptException or IndexSchemaMismatchException)
        {
            generation?.Dispose();
            return Wipe(storage, e);
        }
    }

    /// <summary>The units of a document in reading order.</summary>
    public IReadOnlyList<StoredDocument> Units(string documentId) =>
        _generation?.Units(documentId) ?? [];

    /// <inheritdoc/>
    public void Dispose() => _generation?.Dispose();

    private static LastGeneration Wipe(DiskStorage storage, Exception reason)
    {
        storage.Delete(CommitFile);
        return new LastGeneration(null, reason.Message.TrimEnd('.'));
    }
}
