namespace Search.Engine.Matching;

/// <summary>The bounds of a search on patterns, and whether one of them was met.</summary>
internal sealed class MatchReport
{
    /// <summary>Most terms of one pattern.</summary>
    public int MaxTerms { get; init; } = 1_000_000;

    /// <summary>Most terms of one pattern where each needs a cursor of its own: in phrases and near others.</summary>
    public int MaxOpenTerms { get; init; } = 16_384;

    /// <summary>Most terms of a fuzzy word; the closest are kept.</summary>
    public int MaxFuzzyTerms { get; init; } = 16_384;

    /// <summary>Whether some pattern came to more terms than are followed, so that hits may be missing.</summary>
    public bool HasTruncatedExpansion { get; set; }
}
