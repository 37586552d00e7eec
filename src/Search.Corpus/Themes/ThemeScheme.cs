using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Search.Corpus.Themes.Features;
using Search.Corpus.Themes.Models;
using Search.Corpus.Themes.Schemes;

namespace Search.Corpus.Themes;

/// <summary>
/// The themes and their rules, and the model trained beside them if there is one. Immutable, and safe for use by
/// several
/// threads. Nothing here knows any theme by name.
/// </summary>
public sealed class ThemeScheme
{
    private readonly Lazy<RuleSet> _rules;
    private readonly Lazy<ThemeScorer> _scorer;
    private readonly string _text;

    internal ThemeScheme(string name, int number, IReadOnlyList<ThemeDefinition> themes, string text, ThemeModel? model)
    {
        Name = name;
        Number = number;
        Themes = themes;
        Model = model;
        _rules = new Lazy<RuleSet>(() => new RuleSet([.. Themes.SelectMany(theme => theme.Rules)]));
        _scorer = new Lazy<ThemeScorer>(() => new ThemeScorer(this));
        _text = text;
        byte[] content = Encoding.UTF8.GetBytes(text + "\n" + model?.Text);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(content)[..8]);
    }

    /// <summary>Name of the scheme.</summary>
    public string Name { get; }

    /// <summary>Its version number, raised by whoever changes it.</summary>
    public int Number { get; }

    /// <summary>Name and version number, such as <c>cybercrime-policy 3</c>.</summary>
    public string Version => string.Create(CultureInfo.InvariantCulture, $"{Name} {Number}");

    /// <summary>Changes whenever any tag may: a digest of the scheme's and the model's text.</summary>
    public string Fingerprint { get; }

    /// <summary>The themes, in the order of the file.</summary>
    public IReadOnlyList<ThemeDefinition> Themes { get; }

    /// <summary>Whether weights come from a trained model.</summary>
    public bool IsTrained => Model is not null;

    /// <summary>What the model was trained on, one sentence or table row a line; empty without a model.</summary>
    public IReadOnlyList<string> Receipt => Model?.Receipt ?? [];

    /// <summary>
    /// How well a theme was found by cross-validation when the model was trained; null where nothing was measured.
    /// </summary>
    public MeasuredQuality? QualityOf(string theme)
    {
        for (int column = 0; Model is not null && column < Model.Themes.Count; column++)
        {
            if (Model.Themes[column].Theme.Equals(theme, StringComparison.Ordinal))
            {
                return MeasuredQuality.Of(Model.Measured, column);
            }
        }

        return null;
    }

    /// <summary>The trained model, or null.</summary>
    internal ThemeModel? Model { get; }

    /// <summary>The rules of all themes, prepared once.</summary>
    internal RuleSet Rules => _rules.Value;

    /// <summary>The weights of rules and words.</summary>
    internal ThemeScorer Scorer => _scorer.Value;

    /// <summary>
    /// Reads a scheme, and the model beside it (<c>themes.yaml</c>: <c>themes.model.txt</c>) where there is one.
    /// </summary>
    /// <exception cref="ThemeSchemeException">
    /// Something in it is wrong: it says where, and what was expected.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ThemeScheme Load(string path) => Load(path, ModelPath(path));

    /// <summary>Reads a scheme and a model of one's choice.</summary>
    /// <param name="path">The scheme.</param>
    /// <param name="modelPath">The model; null, or the path of no file, for the rules alone.</param>
    /// <exception cref="ThemeSchemeException">
    /// Something in it is wrong: it says where, and what was expected.
    /// </exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ThemeScheme Load(string path, string? modelPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ThemeScheme scheme = SchemeReader.Read(path, File.ReadAllText(path));
        return modelPath is not null && File.Exists(modelPath)
            ? scheme.With(ThemeModelFile.Read(modelPath, File.ReadAllText(modelPath)))
            : scheme;
    }

    /// <summary>Where the model of a scheme lies.</summary>
    public static string ModelPath(string path) => System.IO.Path.ChangeExtension(path, ".model.txt");

    /// <summary>
    /// Tries every rule on its own examples.
    /// </summary>
    /// <returns>
    /// One sentence for each example that comes out otherwise than the scheme says; empty where all is well.
    /// </returns>
    public IReadOnlyList<string> CheckExamples()
    {
        List<string> wrong = [];
        var tagger = new RuleTrial(Rules);
        int number = 0;
        foreach (ThemeRule rule in Themes.SelectMany(theme => theme.Rules))
        {
            wrong.AddRange(rule.Matches.Where(text => !tagger.Matches(number, text))
                .Select(text => $"line {rule.Line}: rule '{rule.Id}' should match \"{text}\" and does not."));
            wrong.AddRange(rule.Excludes.Where(text => tagger.Matches(number, text))
                .Select(text => $"line {rule.Line}: rule '{rule.Id}' should not match \"{text}\" and does."));
            number++;
        }

        return wrong;
    }

    /// <summary>The same rules with another model, or with none.</summary>
    internal ThemeScheme With(ThemeModel? model) => new(Name, Number, Themes, _text, model);
}
