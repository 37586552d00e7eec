using System.Text;
using Search.Corpus.Themes.Features;
using Search.Corpus.Themes.Labels;
using Search.Text.Analysis;

namespace Search.Corpus.Themes.Evaluation;

/// <summary>What a scheme has to beat.</summary>
internal static class Baselines
{
    /// <summary>Every paragraph is said to carry just the themes that more than half of them carry.</summary>
    public static IReadOnlyList<ThemePrediction> Majority(string[] themes, LabelledParagraph[] labels)
    {
        bool[] given = [.. themes.Select(theme => labels.Count(label => label.Carries(theme)) * 2 > labels.Length)];
        return Predictions(themes, labels, (_, theme) => given[theme]);
    }

    /// <summary>
    /// A paragraph carries a theme if it has the one stem that does best for the theme on these very paragraphs.
    /// </summary>
    public static IReadOnlyList<ThemePrediction> Keyword(string[] themes, LabelledParagraph[] labels)
    {
        Dictionary<string, List<int>> places = Places(labels);
        HashSet<int>[] given = [.. themes.Select(theme => Best(places, theme, labels))];
        return Predictions(themes, labels, (paragraph, theme) => given[theme].Contains(paragraph));
    }

    private static ThemePrediction[] Predictions(
        string[] themes, LabelledParagraph[] labels, Func<int, int, bool> given) =>
    [
        .. labels.Select((label, paragraph) => new ThemePrediction(
            label,
            [
                .. themes.Select((id, theme) =>
                    new ThemeDecision(id, given(paragraph, theme) ? 1 : 0, given(paragraph, theme), [])),
            ])),
    ];

    private static Dictionary<string, List<int>> Places(LabelledParagraph[] labels)
    {
        Dictionary<string, List<int>> places = new(StringComparer.Ordinal);
        var tokens = new TokenBuffer();
        for (int paragraph = 0; paragraph < labels.Length; paragraph++)
        {
            Analyzers.English.Analyze(labels[paragraph].Text, tokens);
            for (int i = 0; i < tokens.Count; i++)
            {
                if (CommonWords.Contains(tokens.Stem(i)))
                {
                    continue;
                }

                string stem = Encoding.UTF8.GetString(tokens.Stem(i));
                if (!places.TryGetValue(stem, out List<int>? list))
                {
                    places[stem] = list = [];
                }

                if (list.Count == 0 || list[^1] != paragraph)
                {
                    list.Add(paragraph);
                }
            }
        }

        return places;
    }

    private static HashSet<int> Best(Dictionary<string, List<int>> places, string theme, LabelledParagraph[] labels)
    {
        int wanted = labels.Count(label => label.Carries(theme));
        return
        [
            .. places.OrderByDescending(place => 2.0 * place.Value.Count(i => labels[i].Carries(theme))
                    / (place.Value.Count + wanted))
                .ThenBy(place => place.Key, StringComparer.Ordinal)
                .Select(place => place.Value)
                .FirstOrDefault([]),
        ];
    }
}
