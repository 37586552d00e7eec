namespace Search.Passages.Indexing.States;

/// <summary>What a generation knows of one file: the document it is, or why it is none.</summary>
internal sealed record KnownFile
{
    /// <summary>Path within the corpus folder.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// Id that its document has, or would have if it could be read; kept as long as the file is there.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of its bytes in hex; empty where they could not be read.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Stamp of what the manifest and the sidecar say of it.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>The document; null where the file could not be read.</summary>
    public KnownDocument? Document { get; init; }

    /// <summary>Why it could not be read; null where it could.</summary>
    public KnownFailure? Failure { get; init; }
}

/// <summary>Why a file is no document of the index.</summary>
internal sealed record KnownFailure(string Path, string Code, string Reason);
