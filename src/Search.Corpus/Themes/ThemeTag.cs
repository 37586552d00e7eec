namespace Search.Corpus.Themes;

/// <summary>A theme that a paragraph carries, and why.</summary>
/// <param name="Theme">Id of the theme in its scheme.</param>
/// <param name="Score">How sure the scheme is, above 0 and at most 1.</param>
/// <param name="Evidence">What decided it, in order of start; never empty.</param>
public sealed record ThemeTag(string Theme, double Score, IReadOnlyList<ThemeEvidence> Evidence);

/// <summary>Words that speak for a theme.</summary>
/// <param name="Rule">Id of the rule in its scheme.</param>
/// <param name="Start">Offset of the first UTF-16 code unit in the paragraph's text.</param>
/// <param name="End">Offset behind the last UTF-16 code unit.</param>
public sealed record ThemeEvidence(string Rule, int Start, int End);
