using Search.Corpus.Themes.Evaluation;

namespace Search.Corpus.Themes.Training;

/// <summary>A trained model and how it did on what was kept back from it.</summary>
/// <param name="ModelText">The model's file, to be saved at <see cref="ThemeScheme.ModelPath"/>.</param>
/// <param name="Report">What cross-validation measured.</param>
/// <param name="Predictions">
/// What was said of each paragraph while it was kept back, in the order of the labels.
/// </param>
public sealed record ThemeTraining(string ModelText, ThemeReport Report, IReadOnlyList<ThemePrediction> Predictions);
