namespace Search.Passages.Indexing;

/// <summary>What became of one file of the corpus.</summary>
public sealed record FileReport
{
    /// <summary>Path within the corpus folder.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it is a document of the index.</summary>
    public required bool IsIndexed { get; init; }

    /// <summary>Why it is none: stable reason code.</summary>
    public string? Code { get; init; }

    /// <summary>Why it is none: one sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>Id of the document.</summary>
    public string? Id { get; init; }

    /// <summary>What it was read as.</summary>
    public string? Format { get; init; }

    /// <summary>Last page; null where the format has none.</summary>
    public int? Pages { get; init; }

    /// <summary>Units of all kinds.</summary>
    public int? Units { get; init; }

    /// <summary>Units by kind; kinds without a unit are left out.</summary>
    public IReadOnlyDictionary<string, int> Kinds { get; init; } = new Dictionary<string, int>();

    /// <summary>Main language.</summary>
    public string? Language { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Date.</summary>
    public string? Date { get; init; }

    /// <summary>Issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>Type.</summary>
    public string? Type { get; init; }

    /// <summary>Source.</summary>
    public string? Source { get; init; }

    /// <summary>Licence.</summary>
    public string? Licence { get; init; }

    /// <summary>Where each piece of metadata was found, by its name above in lower case.</summary>
    public IReadOnlyDictionary<string, string> Origins { get; init; } = new Dictionary<string, string>();

    /// <summary>What a reader of the listing should know, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
