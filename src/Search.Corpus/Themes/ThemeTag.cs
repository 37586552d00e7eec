namespace Search.Corpus.Themes;

/// <summary>A theme that a paragraph carries, and why.</summary>
/// <param name="Theme">Id of the theme in its scheme.</param>
/// <param name="Score">How sure the scheme is, above 0 and at most 1.</param>
/// <param name="Evidence">What decided it, in order of start; never empty.</param>
public sealed record ThemeTag(string Theme, double Score, IReadOnlyList<ThemeEvidence> Evidence)
{
    /// <summary>Version of the scheme that gave it, or that was in force when it was set by hand; null if unknown.
    /// </summary>
    public string? Scheme { get; init; }

    /// <summary>Whether it was set by hand.</summary>
    public bool IsByHand { get; init; }

    /// <summary>Who set it by hand; null where nobody did, or it is not said.</summary>
    public string? Who { get; init; }

    /// <summary>Why it was set by hand; null where it was not, or is not said.</summary>
    public string? Why { get; init; }
}

/// <summary>Words that speak for a theme.</summary>
/// <param name="Rule">Id of the rule in its scheme.</param>
/// <param name="Start">Offset of the first UTF-16 code unit in the paragraph's text.</param>
/// <param name="End">Offset behind the last UTF-16 code unit.</param>
public sealed record ThemeEvidence(string Rule, int Start, int End);
