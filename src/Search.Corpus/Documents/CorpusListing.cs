namespace Search.Corpus.Documents;

/// <summary>What a corpus folder holds at one moment.</summary>
/// <param name="Files">Files to read, ordinally by path.</param>
/// <param name="Failures">Entries that cannot be read for what they are or what they are called, ordinally by
/// path.</param>
/// <param name="Warnings">What is wrong with the manifest, one sentence each.</param>
public sealed record CorpusListing(
    IReadOnlyList<CorpusFile> Files,
    IReadOnlyList<ReadFailure> Failures,
    IReadOnlyList<string> Warnings);
