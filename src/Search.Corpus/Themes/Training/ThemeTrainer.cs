using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Search.Corpus.Themes.Evaluation;
using Search.Corpus.Themes.Labels;
using Search.Corpus.Themes.Models;
using Search.Text.Analysis;

namespace Search.Corpus.Themes.Training;

/// <summary>
/// Trains the model beside a scheme and tries it by cross-validation: in each round the paragraphs of some documents
/// are
/// kept back, and only what was said of them then counts. Deterministic.
/// </summary>
public sealed class ThemeTrainer
{
    private readonly ThemeScheme _scheme;
    private readonly IReadOnlyList<LabelledParagraph> _labels;
    private readonly ThemeTrainingOptions _options;
    private readonly TrainingSet _set;
    private readonly int[] _folds;

    /// <summary>Whether a paragraph is of a document that is judged by, and so kept back with it.</summary>
    private readonly bool[] _isTied;
    private readonly int[] _firstRules;

    private ThemeTrainer(ThemeScheme scheme, IReadOnlyList<LabelledParagraph> labels, ThemeTrainingOptions options)
    {
        _scheme = scheme;
        _labels = labels;
        _options = options;
        _set = new TrainingSet(scheme, [.. labels, .. options.Supplement], options.LeastParagraphs);
        LabelledParagraph[] all = [.. labels, .. options.Supplement];
        _folds = [.. all.Select(label => (int)(Hash(label.Document) % (uint)options.Folds))];
        var judged = labels.Select(label => label.Document).ToHashSet(StringComparer.Ordinal);
        _isTied = [.. all.Select(label => judged.Contains(label.Document))];
        _firstRules = new int[scheme.Themes.Count];
        for (int theme = 1; theme < _firstRules.Length; theme++)
        {
            _firstRules[theme] = _firstRules[theme - 1] + scheme.Themes[theme - 1].Rules.Count;
        }
    }

    /// <summary>Trains a model on labelled paragraphs.</summary>
    /// <param name="scheme">The scheme; a model it has is not looked at.</param>
    /// <param name="labels">What is learnt from and judged by.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">There are no labels, or fewer than two folds.</exception>
    public static ThemeTraining Train(
        ThemeScheme scheme, IReadOnlyList<LabelledParagraph> labels, ThemeTrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(labels);
        options ??= new ThemeTrainingOptions();
        return labels.Count > 0 && options.Folds > 1
            ? new ThemeTrainer(scheme, labels, options).Train()
            : throw new ArgumentException($"Labels and two folds are needed, not {labels.Count} and {options.Folds}.");
    }

    private ThemeTraining Train()
    {
        int themes = _scheme.Themes.Count;
        var weights = new double[themes][];
        var curves = new ThemeCurve[themes];
        var given = new double[themes][];
        var limits = new double[themes][];
        // Each theme is learnt by itself, so that their order does not matter.
        Parallel.For(
            0, themes, theme => (weights[theme], curves[theme], given[theme], limits[theme]) = Theme(theme));

        List<ThemePrediction> predictions =
        [
            .. _labels.Select((label, i) => new ThemePrediction(
                label,
                [.. _scheme.Themes.Select((theme, t) => new ThemeDecision(
                    theme.Id, given[t][i], given[t][i] >= limits[t][i], []))])),
        ];
        ThemeReport report = ThemeEvaluator.Report(_scheme, predictions);
        IReadOnlyList<string> receipt = Receipt(report);
        string text = ThemeModelFile.Write(
            receipt, curves, [.. MeasuredLines(report), .. RuleLines(weights), .. WordLines(weights)]);
        return new ThemeTraining(text, report, predictions);
    }

    /// <summary>Learns a theme from all, and says what it would have said of each when that was kept back.</summary>
    private (double[] Weights, ThemeCurve Curve, double[] Given, double[] Limits) Theme(int theme)
    {
        int count = _labels.Count + _options.Supplement.Count;
        int own = _scheme.Themes[theme].Rules.Count;
        TrainingRow[] rows =
            [.. Enumerable.Range(0, count).Select(i => _set.Row(i, _firstRules[theme], own, _options))];
        string id = _scheme.Themes[theme].Id;
        bool[] labels = [.. _labels.Concat(_options.Supplement).Select(label => label.Carries(id))];
        var sums = new double[_labels.Count];
        for (int fold = 0; fold < _options.Folds; fold++)
        {
            int kept = fold;
            double[] trial = Fit(rows, labels, i => !_isTied[i] || _folds[i] != kept);
            for (int i = 0; i < sums.Length; i++)
            {
                if (_folds[i] == fold)
                {
                    sums[i] = LogisticRegression.Sum(rows[i], trial);
                }
            }
        }

        double[] weights = Fit(rows, labels, _ => true);
        bool[] judged = labels[.._labels.Count];
        (double[] given, double[] limits) = Judge(theme, sums, judged);
        double least = _scheme.Themes[theme].LeastPrecision;
        return (weights, Calibration.Fit(id, weights[^1], sums, judged, least), given, limits);
    }

    private double[] Fit(TrainingRow[] rows, bool[] labels, Func<int, bool> isLearnt)
    {
        int[] learnt = [.. Enumerable.Range(0, rows.Length).Where(isLearnt)];
        TrainingRow[] seen = [.. learnt.Select(i => rows[i])];
        bool[] carried = [.. learnt.Select(i => labels[i])];
        int features = _set.WordCount + _set.RuleCount;
        double[] sizes = TellingWords.Sizes(seen, carried, _set.WordCount, features);
        double[] weights = LogisticRegression.Fit(
            TellingWords.Resize(seen, sizes), carried, features, _options.Penalty);
        for (int feature = 0; feature < features; feature++)
        {
            weights[feature] *= sizes[feature];
        }

        return weights;
    }

    /// <summary>
    /// Curve and threshold, too, are learnt from the other folds, so that the report flatters nobody.
    /// </summary>
    private (double[] Given, double[] Limits) Judge(int theme, double[] sums, bool[] labels)
    {
        ThemeDefinition definition = _scheme.Themes[theme];
        var given = new double[sums.Length];
        var limits = new double[sums.Length];
        for (int fold = 0; fold < _options.Folds; fold++)
        {
            int[] others = [.. Enumerable.Range(0, sums.Length).Where(i => _folds[i] != fold)];
            ThemeCurve curve = Calibration.Fit(
                definition.Id,
                0,
                [.. others.Select(i => sums[i])],
                [.. others.Select(i => labels[i])],
                definition.LeastPrecision);
            for (int i = 0; i < sums.Length; i++)
            {
                if (_folds[i] == fold)
                {
                    (given[i], limits[i]) = (curve.Probability(sums[i]), curve.Threshold);
                }
            }
        }

        return (given, limits);
    }

    private static IEnumerable<(string Name, float[] Weights)> MeasuredLines(ThemeReport report)
    {
        yield return (MeasuredQuality.PrecisionLine, [.. report.Themes.Select(theme => (float)theme.Precision)]);
        yield return (MeasuredQuality.RecallLine, [.. report.Themes.Select(theme => (float)theme.Recall)]);
        yield return (MeasuredQuality.F1Line, [.. report.Themes.Select(theme => (float)theme.F1)]);
        yield return (MeasuredQuality.F1LowLine, [.. report.Themes.Select(theme => (float)theme.F1Low)]);
        yield return (MeasuredQuality.F1HighLine, [.. report.Themes.Select(theme => (float)theme.F1High)]);
    }

    private IEnumerable<(string Name, float[] Weights)> RuleLines(double[][] weights) =>
        _scheme.Rules.Rules.Select((rule, number) => (
            $"rule {rule.Id}",
            weights.Select((row, theme) => RuleWeight(number, theme, row[_set.WordCount + number])).ToArray()));

    private float RuleWeight(int rule, int theme, double departure) =>
        rule >= _firstRules[theme] && rule < _firstRules[theme] + _scheme.Themes[theme].Rules.Count
            ? (float)((_options.WrittenShare * _scheme.Rules.Rules[rule].Weight) + (departure * _options.OwnRule))
            : (float)(departure * _options.OtherRule);

    private IEnumerable<(string Name, float[] Weights)> WordLines(double[][] weights) => _set.Words()
        .Select(word => (word.Name, Weights: weights.Select(row => (float)row[word.Number]).ToArray()))
        .Where(line => line.Weights.Any(weight => Math.Abs(weight) >= _options.LeastWeight))
        .OrderBy(line => line.Name, StringComparer.Ordinal);

    private List<string> Receipt(ThemeReport report)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        Analyzer words = Analyzers.English;
        int documents = _labels.Select(label => label.Document).Distinct().Count();
        List<string> receipt =
        [
            string.Create(
                culture,
                $"Theme model of the scheme {_scheme.Version}; words as {words.Name} {words.Version} cuts them."),
            "Written by 'search themes train'; weights are log-odds, a column a theme. Do not edit by hand.",
            string.Create(
                culture,
                $"Learnt from {_labels.Count} labelled paragraphs of {documents} documents " +
                $"({_options.Source ?? "labels"}, {Digest(_labels)})"),
            string.Create(
                culture,
                $"and, never judged by, from {Kinds()} ({Digest(_options.Supplement)}). " +
                $"Penalty {_options.Penalty}, rules {_options.WrittenShare}, {_options.OwnRule} and " +
                $"{_options.OtherRule}, words in {_options.LeastParagraphs} paragraphs or more."),
            string.Create(
                culture,
                $"Tried by {_options.Folds}-fold cross-validation over documents: macro-F1 {report.MacroF1:F3}."),
        ];
        receipt.AddRange(report.Themes.Select(theme => string.Create(
            culture,
            $"{theme.Theme}: precision {theme.Precision:F3}, recall {theme.Recall:F3}, F1 {theme.F1:F3} " +
            $"({theme.F1Low:F3} to {theme.F1High:F3}).")));
        return receipt;
    }

    private string Kinds() => _options.Supplement.Count == 0
        ? "0 others"
        : string.Join(" and ", _options.Supplement.GroupBy(label => label.Kind.Length == 0 ? "other" : label.Kind)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Count()} of kind '{kind.Key}'")));

    private static string Digest(IEnumerable<LabelledParagraph> labels)
    {
        string all = string.Join('\n', labels.Select(label =>
            $"{label.Id}\t{label.Title}\t{label.Text}\t{string.Join(',', label.Themes)}"));
        return "sha256 " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all))[..6]);
    }

    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char letter in text)
        {
            hash = unchecked((hash ^ letter) * 16777619);
        }

        return hash ^ (hash >> 15);
    }
}
