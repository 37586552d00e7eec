using Search.Corpus.Themes.Features;

namespace Search.Corpus.Themes.Models;

/// <summary>
/// Learnt weights: for each theme a sum over rules and words, and how the sum becomes a probability. Immutable.
/// </summary>
internal sealed class ThemeModel
{
    /// <summary>Makes a model.</summary>
    /// <param name="themes">Ids of the themes, and what becomes of their sums.</param>
    /// <param name="space">The features it knows.</param>
    /// <param name="weights">A row a feature, a column a theme.</param>
    /// <param name="rules">By id of a rule, a weight a theme.</param>
    /// <param name="receipt">What it was trained on.</param>
    /// <param name="text">Its file.</param>
    public ThemeModel(
        IReadOnlyList<ThemeCurve> themes,
        FeatureSpace space,
        float[] weights,
        IReadOnlyDictionary<string, float[]> rules,
        IReadOnlyList<string> receipt,
        string text)
    {
        Themes = themes;
        Space = space;
        Weights = weights;
        Rules = rules;
        Receipt = receipt;
        Text = text;
    }

    /// <summary>The themes it was trained for.</summary>
    public IReadOnlyList<ThemeCurve> Themes { get; }

    /// <summary>The features it knows.</summary>
    public FeatureSpace Space { get; }

    /// <summary>Weights, a row a feature, a column a theme.</summary>
    public float[] Weights { get; }

    /// <summary>By id of a rule, a weight a theme.</summary>
    public IReadOnlyDictionary<string, float[]> Rules { get; }

    /// <summary>What it was trained on, a line each.</summary>
    public IReadOnlyList<string> Receipt { get; }

    /// <summary>How well each theme was found, by the name of the line.</summary>
    public IReadOnlyDictionary<string, float[]> Measured { get; init; } = new Dictionary<string, float[]>();

    /// <summary>Its file.</summary>
    public string Text { get; }
}
