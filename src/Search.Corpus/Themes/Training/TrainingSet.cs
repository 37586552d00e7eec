using Search.Corpus.Themes.Features;
using Search.Corpus.Themes.Labels;

namespace Search.Corpus.Themes.Training;

/// <summary>Labelled paragraphs as rows of features: words first, then the rules of the scheme.</summary>
internal sealed class TrainingSet
{
    private readonly List<(int Feature, float Value)[]> _words = [];
    private readonly List<int[]> _hits = [];
    private readonly int[] _kept;
    private readonly IReadOnlyList<ThemeRule> _rules;

    /// <summary>Reads paragraphs.</summary>
    public TrainingSet(ThemeScheme scheme, IReadOnlyList<LabelledParagraph> paragraphs, int leastParagraphs)
    {
        var reader = new FeatureReader(Space, true);
        var paragraph = new ReadParagraph();
        var features = new FeatureVector();
        List<int> hits = [];
        Dictionary<int, int> counts = [];
        foreach (LabelledParagraph labelled in paragraphs)
        {
            paragraph.Reset(labelled.Text, labelled.Title, labelled.Heading);
            hits.Clear();
            scheme.Rules.FindMatches(paragraph.Document, hits);
            reader.Read(paragraph, features);
            _hits.Add([.. hits]);
            _words.Add([.. features.Items.Select(item => (item.Feature, item.Value))]);
            foreach (FeatureValue item in features.Items)
            {
                counts[item.Feature] = counts.GetValueOrDefault(item.Feature) + 1;
            }
        }

        _rules = scheme.Rules.Rules;
        (_kept, WordCount) = Keep(counts, leastParagraphs);
    }

    /// <summary>The words, some of which are too rare to be learnt.</summary>
    public FeatureSpace Space { get; } = new();

    /// <summary>Number of words that are learnt; the rules are numbered behind them.</summary>
    public int WordCount { get; }

    /// <summary>Number of rules.</summary>
    public int RuleCount => _rules.Count;

    /// <summary>The words that are learnt, by their number in the rows.</summary>
    public IEnumerable<(int Number, string Name)> Words() => Enumerable.Range(0, Space.Count)
        .Where(feature => _kept[feature] >= 0).Select(feature => (_kept[feature], Space.Name(feature)));

    /// <summary>The row of a paragraph for a theme.</summary>
    /// <param name="paragraph">Place of the paragraph.</param>
    /// <param name="firstRule">Place of the theme's first rule.</param>
    /// <param name="ownRules">Number of its rules.</param>
    /// <param name="options">Values of rules.</param>
    public TrainingRow Row(int paragraph, int firstRule, int ownRules, ThemeTrainingOptions options)
    {
        List<int> features = [];
        List<float> values = [];
        foreach ((int feature, float value) in _words[paragraph].Where(word => _kept[word.Feature] >= 0))
        {
            features.Add(_kept[feature]);
            values.Add(value);
        }

        double offset = 0;
        foreach (int rule in _hits[paragraph])
        {
            bool isOwn = rule >= firstRule && rule < firstRule + ownRules;
            offset += isOwn ? options.WrittenShare * _rules[rule].Weight : 0;
            features.Add(WordCount + rule);
            values.Add((float)(isOwn ? options.OwnRule : options.OtherRule));
        }

        return new TrainingRow([.. features], [.. values], offset);
    }

    private (int[] Kept, int Count) Keep(Dictionary<int, int> counts, int least)
    {
        var kept = new int[Space.Count];
        int count = 0;
        for (int feature = 0; feature < kept.Length; feature++)
        {
            kept[feature] = counts.GetValueOrDefault(feature) >= least ? count++ : -1;
        }

        return (kept, count);
    }
}
