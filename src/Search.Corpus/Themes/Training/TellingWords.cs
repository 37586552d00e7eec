namespace Search.Corpus.Themes.Training;

/// <summary>
/// How telling each word is of a theme: words that stand as often in paragraphs without the theme as in those with it
/// are made small, so that the penalty keeps their weights small, too. (After Wang and Manning, 2012: the ratio of
/// their counts, here by its size alone.)
/// </summary>
internal static class TellingWords
{
    /// <summary>The size of a word that tells nothing.</summary>
    private const double Least = 0.3;

    /// <summary>Logarithms of ratios above this one are those of words too rare to say more.</summary>
    private const double MostRatio = 3;

    /// <summary>A factor for the values of each feature; 1 for those that are no words.</summary>
    /// <param name="rows">The paragraphs that are learnt from.</param>
    /// <param name="labels">Whether each carries the theme.</param>
    /// <param name="words">Number of words; the features behind them are none.</param>
    /// <param name="features">Number of features.</param>
    public static double[] Sizes(IReadOnlyList<TrainingRow> rows, bool[] labels, int words, int features)
    {
        var with = new int[words];
        var without = new int[words];
        for (int row = 0; row < rows.Count; row++)
        {
            int[] counts = labels[row] ? with : without;
            foreach (int feature in rows[row].Features)
            {
                if (feature < words)
                {
                    counts[feature]++;
                }
            }
        }

        double positives = labels.Count(label => label);
        double negatives = rows.Count - positives;
        double share = positives / rows.Count;
        var sizes = new double[features];
        Array.Fill(sizes, 1);
        for (int word = 0; word < words; word++)
        {
            // One paragraph more, carrying the theme as often as all do, tempers what was seen once or twice.
            double ratio = (with[word] + share) / (positives + 1)
                / ((without[word] + 1 - share) / (negatives + 1));
            sizes[word] = ratio > 0 ? Least + ((1 - Least) * Math.Min(MostRatio, Math.Abs(Math.Log(ratio)))) : 1;
        }

        return sizes;
    }

    /// <summary>Rows whose values are multiplied by the sizes of their features.</summary>
    public static TrainingRow[] Resize(IReadOnlyList<TrainingRow> rows, double[] sizes) =>
    [
        .. rows.Select(row => row with
        {
            Values = [.. row.Values.Select((value, i) => (float)(value * sizes[row.Features[i]]))],
        }),
    ];
}
