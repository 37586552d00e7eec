namespace Search.Passages.Indexing.States;

/// <summary>
/// What a generation knows of the folder it was built from. Written beside the index and named by its commit, so that
/// both are always of the same moment.
/// </summary>
internal sealed record CorpusState
{
    /// <summary>Raised whenever what is kept here, or what the re-indexer makes of a document, changes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Version it was written with.</summary>
    public int Version { get; init; }

    /// <summary>
    /// Fingerprint of analyzers, schema and splitter; another one means that everything is built anew.
    /// </summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Fingerprint of the theme scheme; another one means that everything is tagged anew.</summary>
    public string SchemeFingerprint { get; init; } = "";

    /// <summary>Version of the theme scheme, as it calls itself.</summary>
    public string SchemeVersion { get; init; } = "";

    /// <summary>
    /// Fingerprint of the synonyms; another one makes another generation, so that no answer of one ever changes.
    /// </summary>
    public string SynonymFingerprint { get; init; } = "";

    /// <summary>The themes of the scheme, in its order.</summary>
    public IReadOnlyList<KnownTheme> Themes { get; init; } = [];

    /// <summary>The files of the folder, ordinally by path.</summary>
    public IReadOnlyList<KnownFile> Files { get; init; } = [];

    /// <summary>Entries of the folder that are refused for what they are or are called, ordinally by path.</summary>
    public IReadOnlyList<KnownFailure> Refused { get; init; } = [];

    /// <summary>All that is no document of the index, ordinally by path.</summary>
    public IReadOnlyList<FileFailure> Failures() =>
    [
        .. Files.Select(file => file.Failure).OfType<KnownFailure>().Concat(Refused)
            .OrderBy(failure => failure.Path, StringComparer.Ordinal)
            .Select(failure => new FileFailure(failure.Path, failure.Code, failure.Reason)),
    ];
}

/// <summary>A theme of the scheme that a generation was tagged with.</summary>
internal sealed record KnownTheme(string Id, string Label, string? Colour, string? Definition);
