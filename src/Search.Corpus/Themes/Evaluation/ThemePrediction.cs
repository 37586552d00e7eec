using Search.Corpus.Themes.Labels;

namespace Search.Corpus.Themes.Evaluation;

/// <summary>What a scheme says of a labelled paragraph.</summary>
/// <param name="Label">The paragraph and its settled themes.</param>
/// <param name="Decisions">A decision a theme, in the scheme's order.</param>
public sealed record ThemePrediction(LabelledParagraph Label, IReadOnlyList<ThemeDecision> Decisions);

/// <summary>What a scheme says of one theme.</summary>
/// <param name="Theme">Id of the theme.</param>
/// <param name="Score">Its probability.</param>
/// <param name="IsGiven">Whether the paragraph is tagged with it.</param>
/// <param name="Evidence">What decided it, where it is given; else empty.</param>
public sealed record ThemeDecision(string Theme, double Score, bool IsGiven, IReadOnlyList<ThemeEvidence> Evidence);
