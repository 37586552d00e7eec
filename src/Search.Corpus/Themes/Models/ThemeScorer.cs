using Search.Corpus.Themes.Features;

namespace Search.Corpus.Themes.Models;

/// <summary>
/// The weights of a scheme in the order of its themes and rules, be they learnt or written. Immutable.
/// </summary>
internal sealed class ThemeScorer
{
    private readonly int[] _columns;
    private readonly int _modelColumns;
    private readonly double[] _rules;

    /// <summary>Brings a scheme and its model together.</summary>
    public ThemeScorer(ThemeScheme scheme)
    {
        Curves = new ThemeCurve[scheme.Themes.Count];
        _columns = new int[Curves.Length];
        ThemeModel? model = scheme.Model;
        _modelColumns = model?.Themes.Count ?? 0;
        for (int theme = 0; theme < Curves.Length; theme++)
        {
            string id = scheme.Themes[theme].Id;
            _columns[theme] = model is null ? -1 : ColumnOf(model, id);
            Curves[theme] = _columns[theme] >= 0
                ? model!.Themes[_columns[theme]] // a column was found in it
                : new ThemeCurve(id, scheme.Themes[theme].Bias, 1, 0, 0.5);
        }

        Weights = model?.Weights ?? [];
        Space = model?.Space ?? new FeatureSpace();
        _rules = new double[scheme.Rules.Rules.Count * Curves.Length];
        int rule = 0;
        for (int owner = 0; owner < Curves.Length; owner++)
        {
            foreach (ThemeRule written in scheme.Themes[owner].Rules)
            {
                SetRule(rule++, owner, written, model);
            }
        }
    }

    /// <summary>The themes, in the scheme's order.</summary>
    public ThemeCurve[] Curves { get; }

    /// <summary>The words that have weights.</summary>
    public FeatureSpace Space { get; }

    private float[] Weights { get; }

    /// <summary>Weight of a word for a theme.</summary>
    public float Weight(int feature, int theme) =>
        _columns[theme] < 0 ? 0 : Weights[(feature * _modelColumns) + _columns[theme]];

    /// <summary>Weight of a rule for a theme.</summary>
    public double RuleWeight(int rule, int theme) => _rules[(rule * Curves.Length) + theme];

    /// <summary>Fills <paramref name="probabilities"/> with the probability of each theme.</summary>
    public void Score(FeatureVector features, List<int> rules, Span<double> probabilities)
    {
        for (int theme = 0; theme < Curves.Length; theme++)
        {
            double sum = Curves[theme].Bias;
            foreach (int rule in rules)
            {
                sum += RuleWeight(rule, theme);
            }

            if (_columns[theme] >= 0)
            {
                int column = _columns[theme];
                foreach (FeatureValue value in features.Items)
                {
                    sum += (double)value.Value * Weights[(value.Feature * _modelColumns) + column];
                }
            }

            probabilities[theme] = Curves[theme].Probability(sum);
        }
    }

    private static int ColumnOf(ThemeModel model, string theme)
    {
        for (int column = 0; column < model.Themes.Count; column++)
        {
            if (model.Themes[column].Theme == theme)
            {
                return column;
            }
        }

        return -1;
    }

    private void SetRule(int rule, int owner, ThemeRule written, ThemeModel? model)
    {
        float[]? learnt = model?.Rules.GetValueOrDefault(written.Id);
        for (int theme = 0; theme < Curves.Length; theme++)
        {
            _rules[(rule * Curves.Length) + theme] = learnt is not null && _columns[theme] >= 0
                ? learnt[_columns[theme]]
                : theme == owner ? written.Weight : 0;
        }
    }
}
