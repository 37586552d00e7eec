namespace Search.Corpus.Themes;

/// <summary>A theme of a scheme.</summary>
/// <param name="Id">Id, such as <c>rights</c>.</param>
/// <param name="Label">Name to show.</param>
/// <param name="Rules">Its rules, in the order of the file; at least one.</param>
public sealed record ThemeDefinition(string Id, string Label, IReadOnlyList<ThemeRule> Rules)
{
    /// <summary>Colour to show it in (CSS), or null.</summary>
    public string? Colour { get; init; }

    /// <summary>What it means, or null.</summary>
    public string? Definition { get; init; }

    /// <summary>Log-odds of a paragraph that no rule hits, where no trained model says otherwise.</summary>
    public double Bias { get; init; }

    /// <summary>
    /// Precision that training must reach on what it did not see, if need be at the cost of recall; 0 for the best F1.
    /// </summary>
    public double LeastPrecision { get; init; }
}
