namespace Search.Corpus.Documents.Metadata;

/// <summary>What one source says about a document, as written there; null where it says nothing.</summary>
internal sealed record MetadataValues
{
    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Date, in any form that <see cref="DateFinder"/> reads.</summary>
    public string? Date { get; init; }

    /// <summary>Who speaks.</summary>
    public string? Issuer { get; init; }

    /// <summary>Kind of document.</summary>
    public string? Type { get; init; }

    /// <summary>Main language.</summary>
    public string? Language { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Source { get; init; }

    /// <summary>Licence.</summary>
    public string? Licence { get; init; }
}
