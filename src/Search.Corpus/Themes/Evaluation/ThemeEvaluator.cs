using Search.Corpus.Themes.Labels;

namespace Search.Corpus.Themes.Evaluation;

/// <summary>Measures a scheme against labelled paragraphs.</summary>
public static class ThemeEvaluator
{
    private const int Ranges = 5;

    /// <summary>Tags labelled paragraphs and measures the tags.</summary>
    public static ThemeReport Evaluate(ThemeScheme scheme, IReadOnlyList<LabelledParagraph> labels) =>
        Report(scheme, Predict(scheme, labels));

    /// <summary>Tags labelled paragraphs.</summary>
    public static IReadOnlyList<ThemePrediction> Predict(ThemeScheme scheme, IReadOnlyList<LabelledParagraph> labels)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(labels);
        var tagger = new ThemeTagger(scheme);
        return [.. labels.Select(label => Predict(tagger, label))];
    }

    /// <summary>Measures tags that were given.</summary>
    public static ThemeReport Report(ThemeScheme scheme, IReadOnlyList<ThemePrediction> predictions)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(predictions);
        string[] themes = [.. scheme.Themes.Select(theme => theme.Id)];
        string[] kinds = [.. predictions.Select(item => item.Label.Kind).Distinct().Order(StringComparer.Ordinal)];
        LabelledParagraph[] labels = [.. predictions.Select(item => item.Label)];
        return Measure(themes, predictions) with
        {
            Kinds = kinds.Length < 2
                ? []
                : [.. kinds.Select(kind => (
                    kind.Length == 0 ? "other" : kind,
                    Measure(themes, [.. predictions.Where(item => item.Label.Kind == kind)])))],
            Majority = Measure(themes, Baselines.Majority(themes, labels)),
            Keyword = Measure(themes, Baselines.Keyword(themes, labels)),
            Reliability = [.. themes.SelectMany((_, theme) => Reliability(themes[theme], theme, predictions))],
            Mistakes = [.. themes.SelectMany((_, theme) => Mistakes(theme, predictions))],
        };
    }

    private static ThemePrediction Predict(ThemeTagger tagger, LabelledParagraph label)
    {
        IReadOnlyList<ThemeTag> tags = tagger.Tag(label.Text, label.Title, label.Heading);
        IReadOnlyList<double> scores = tagger.Probabilities(label.Text, label.Title, label.Heading);
        return new ThemePrediction(
            label,
            [
                .. tagger.Scheme.Themes.Select((theme, i) =>
                    tags.FirstOrDefault(tag => tag.Theme == theme.Id) is { } tag
                    ? new ThemeDecision(theme.Id, tag.Score, true, tag.Evidence)
                    : new ThemeDecision(theme.Id, scores[i], false, [])),
            ]);
    }

    private static ThemeReport Measure(string[] themes, IReadOnlyList<ThemePrediction> predictions)
    {
        ThemeQuality[] qualities = [.. themes.Select((id, theme) => Quality(id, theme, predictions))];
        return new ThemeReport(
            predictions.Count, qualities.Length == 0 ? 0 : qualities.Average(quality => quality.F1), qualities);
    }

    private static ThemeQuality Quality(string id, int theme, IReadOnlyList<ThemePrediction> predictions)
    {
        (bool Given, bool Wanted)[] pairs =
        [
            .. predictions.Select(item => (item.Decisions[theme].IsGiven, item.Label.Carries(id))),
        ];
        (double low, double high) = Bootstrap.F1Interval(pairs);
        return new ThemeQuality(
            id,
            pairs.Count(pair => pair is { Given: true, Wanted: true }),
            pairs.Count(pair => pair is { Given: true, Wanted: false }),
            pairs.Count(pair => pair is { Given: false, Wanted: true }),
            pairs.Count(pair => pair is { Given: false, Wanted: false }))
        {
            F1Low = low,
            F1High = high,
        };
    }

    private static IEnumerable<ReliabilityRow> Reliability(
        string id, int theme, IReadOnlyList<ThemePrediction> predictions)
    {
        for (int range = 0; range < Ranges; range++)
        {
            double low = (double)range / Ranges;
            double high = (double)(range + 1) / Ranges;
            ThemePrediction[] inside =
            [
                .. predictions.Where(item =>
                    Math.Min((int)(item.Decisions[theme].Score * Ranges), Ranges - 1) == range),
            ];
            if (inside.Length > 0)
            {
                yield return new ReliabilityRow(
                    id,
                    low,
                    high,
                    inside.Length,
                    inside.Average(item => item.Decisions[theme].Score),
                    (double)inside.Count(item => item.Label.Carries(id)) / inside.Length);
            }
        }
    }

    private static IEnumerable<ThemeMistake> Mistakes(int theme, IReadOnlyList<ThemePrediction> predictions) =>
        predictions
        .Select(item => (item.Label, Decision: item.Decisions[theme]))
        .Where(item => item.Decision.IsGiven != item.Label.Carries(item.Decision.Theme))
        .OrderByDescending(item => Math.Abs(item.Decision.Score - (item.Decision.IsGiven ? 0 : 1)))
        .ThenBy(item => item.Label.Id, StringComparer.Ordinal)
        .Select(item => new ThemeMistake(
            item.Decision.Theme,
            item.Decision.IsGiven,
            item.Decision.Score,
            item.Label.Id,
            item.Label.Title,
            item.Label.Text,
            item.Decision.Evidence));
}
