using Search.Corpus.Themes.Features;
using Search.Corpus.Themes.Models;
using Search.Engine.Spans;

namespace Search.Corpus.Themes;

/// <summary>
/// Finds the themes of paragraphs, and the words that decided it. Cheap to make; owned by one thread: make one for
/// each.
/// </summary>
public sealed class ThemeTagger
{
    /// <summary>What stands for the rule in evidence of words that the model weighs.</summary>
    public const string WordsRule = "words";

    private const int MostWords = 6;

    private readonly ThemeScheme _scheme;
    private readonly ThemeScorer _scorer;
    private readonly FeatureReader _reader;
    private readonly ReadParagraph _paragraph = new();
    private readonly FeatureVector _features = new();
    private readonly List<int> _hits = [];
    private readonly double[] _probabilities;
    private readonly string _version;

    /// <summary>Makes a tagger.</summary>
    public ThemeTagger(ThemeScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        _scheme = scheme;
        _version = scheme.Version;
        _scorer = scheme.Scorer;
        _reader = new FeatureReader(_scorer.Space, false);
        _probabilities = new double[_scorer.Curves.Length];
    }

    /// <summary>The scheme it tags by.</summary>
    public ThemeScheme Scheme => _scheme;

    /// <summary>Finds the themes of a paragraph.</summary>
    /// <param name="text">The paragraph's text.</param>
    /// <param name="title">The document's title, or null.</param>
    /// <param name="heading">The headings above the paragraph, or null.</param>
    /// <param name="language">The paragraph's language (BCP 47), or null.</param>
    /// <returns>The themes it carries, in the scheme's order.</returns>
    public IReadOnlyList<ThemeTag> Tag(string text, string? title, string? heading = null, string? language = null)
    {
        Measure(text, title, heading, language);
        List<ThemeTag>? tags = null;
        for (int theme = 0; theme < _probabilities.Length; theme++)
        {
            ThemeCurve curve = _scorer.Curves[theme];
            if (_probabilities[theme] >= curve.Threshold)
            {
                tags ??= [];
                tags.Add(new ThemeTag(
                    _scheme.Themes[theme].Id, Math.Round(_probabilities[theme], 4), Evidence(theme, text.Length))
                {
                    Scheme = _version,
                });
            }
        }

        return tags ?? (IReadOnlyList<ThemeTag>)[];
    }

    /// <summary>The probability of every theme, given or not, in the scheme's order.</summary>
    public IReadOnlyList<double> Probabilities(
        string text, string? title, string? heading = null, string? language = null)
    {
        Measure(text, title, heading, language);
        return [.. _probabilities];
    }

    private void Measure(string text, string? title, string? heading, string? language)
    {
        ArgumentNullException.ThrowIfNull(text);
        _paragraph.Reset(text, title, heading, language);
        _hits.Clear();
        _scheme.Rules.FindMatches(_paragraph.Document, _hits);
        _reader.Read(_paragraph, _features);
        _scorer.Score(_features, _hits, _probabilities);
    }

    private List<ThemeEvidence> Evidence(int theme, int length)
    {
        List<ThemeEvidence> evidence = [];
        foreach (int rule in _hits)
        {
            if (_scorer.RuleWeight(rule, theme) > 0 && IsOwn(rule, theme))
            {
                foreach (MatchSpan span in _scheme.Rules.Spans(rule, _paragraph.Document))
                {
                    if (span.Field == Schemes.RuleQueries.Text)
                    {
                        evidence.Add(new ThemeEvidence(_scheme.Rules.Rules[rule].Id, span.Start, span.End));
                    }
                }
            }
        }

        foreach ((FeatureValue value, _) in _features.Items.Where(value => value.Start >= 0)
            .Select(value => (Value: value, Part: value.Value * _scorer.Weight(value.Feature, theme)))
            .Where(pair => pair.Part > 0).OrderByDescending(pair => pair.Part).ThenBy(pair => pair.Value.Start)
            .Take(MostWords))
        {
            evidence.Add(new ThemeEvidence(WordsRule, value.Start, value.End));
        }

        if (evidence.Count == 0)
        {
            evidence.Add(new ThemeEvidence(WordsRule, 0, length));
        }

        return [.. evidence.OrderBy(item => item.Start).ThenBy(item => item.End)];
    }

    private bool IsOwn(int rule, int theme)
    {
        int first = 0;
        for (int before = 0; before < theme; before++)
        {
            first += _scheme.Themes[before].Rules.Count;
        }

        return rule >= first && rule < first + _scheme.Themes[theme].Rules.Count;
    }
}
