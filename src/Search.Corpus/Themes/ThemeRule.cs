namespace Search.Corpus.Themes;

/// <summary>One weighted query of a theme.</summary>
/// <param name="Id">Id, unique in the scheme.</param>
/// <param name="Query">The query as written, with the scheme's words put in.</param>
/// <param name="Weight">What a hit adds to the log-odds of the theme where no trained model says otherwise.</param>
public sealed record ThemeRule(string Id, string Query, double Weight)
{
    /// <summary>Why it is there, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Texts that it must match.</summary>
    public IReadOnlyList<string> Matches { get; init; } = [];

    /// <summary>Texts that it must not match.</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];

    /// <summary>Line of the scheme's file on which it begins, from 1.</summary>
    public int Line { get; init; }
}
