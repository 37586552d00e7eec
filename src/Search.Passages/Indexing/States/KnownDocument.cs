namespace Search.Passages.Indexing.States;

/// <summary>What a generation knows of one document beside its passages.</summary>
internal sealed record KnownDocument
{
    /// <summary>What it was read as.</summary>
    public required string Format { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Date as written, ISO.</summary>
    public string? Date { get; init; }

    /// <summary>Issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>Type.</summary>
    public string? Type { get; init; }

    /// <summary>Main language.</summary>
    public string? Language { get; init; }

    /// <summary>Source.</summary>
    public string? Source { get; init; }

    /// <summary>Licence.</summary>
    public string? Licence { get; init; }

    /// <summary>Where each piece of metadata was found, by its name.</summary>
    public IReadOnlyDictionary<string, string> Origins { get; init; } = new Dictionary<string, string>();

    /// <summary>Last page; null where the format has none.</summary>
    public int? Pages { get; init; }

    /// <summary>Languages of its units, none twice, in order.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Units by kind.</summary>
    public IReadOnlyDictionary<string, int> Kinds { get; init; } = new Dictionary<string, int>();

    /// <summary>Paragraphs, items and footnotes by theme.</summary>
    public IReadOnlyDictionary<string, int> Themes { get; init; } = new Dictionary<string, int>();

    /// <summary>What a reader of the listing should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
