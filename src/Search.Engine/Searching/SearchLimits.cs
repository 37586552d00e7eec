namespace Search.Engine.Searching;

/// <summary>How much a search may take. Whatever is met is named by <see cref="SearchResults.Limits"/>.</summary>
public sealed record SearchLimits
{
    /// <summary>Most clauses of a query, words of phrases included.</summary>
    public int MaxClauses { get; init; } = 20_000;

    /// <summary>Most words of one pattern.</summary>
    public int MaxExpansions { get; init; } = 1_000_000;

    /// <summary>Most words of one pattern within a phrase or near others, where each is followed by itself.</summary>
    public int MaxOpenExpansions { get; init; } = 16_384;

    /// <summary>Most words of a fuzzy word; the closest are kept.</summary>
    public int MaxFuzzyExpansions { get; init; } = 16_384;

    /// <summary>Words of an expansion that an answer names.</summary>
    public int ShownExpansions { get; init; } = 50;

    /// <summary>Most time; null for no end.</summary>
    public TimeSpan? MaxTime { get; init; }
}
