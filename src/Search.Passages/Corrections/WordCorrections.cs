using Search.Engine.Searching;

namespace Search.Passages.Corrections;

/// <summary>
/// What may have been meant by a word: one of the index within two letters, or two that were written as one. The more
/// documents hold it, and the fewer letters differ, the more likely it is.
/// </summary>
/// <param name="vocabulary">The words of the index.</param>
internal sealed class WordCorrections(Vocabulary vocabulary)
{
    /// <summary>Most corrections of one word.</summary>
    public const int MaxCorrections = 5;

    private const int LongestWord = 40;
    private const int LeastForTwoEdits = 5;

    /// <summary>A word that the index has was most likely meant, unless another is so much more frequent.</summary>
    private const int TimesMoreFrequent = 10;

    // In units of the logarithm of the frequency: one letter less is worth e⁴ documents.
    private const double CostOfEdit = 4;
    private const double CostOfFirstLetter = 2;
    private const double CostOfSplit = 3;

    /// <summary>What may have been meant, the likeliest first; none of it is the word itself.</summary>
    /// <param name="word">The exact form of a word.</param>
    public IReadOnlyList<(string Text, double Likelihood)> Of(string word)
    {
        // A number is no misspelling of another.
        if (word.Length is < 3 or > LongestWord || word.Any(char.IsDigit))
        {
            return [];
        }

        int frequency = vocabulary.DocFrequency(word);
        bool isKnown = frequency > 0;
        int edits = word.Length < LeastForTwoEdits || isKnown ? 1 : 2;
        int least = isKnown ? frequency * TimesMoreFrequent : 1;
        IEnumerable<(string Text, double Likelihood)> near = vocabulary.Near(word, edits, prefixLength: 0)
            .Where(other => other.Key != word && other.Value >= least && !other.Key.Any(char.IsDigit))
            .Select(other => (other.Key, Likelihood(word, other.Key, other.Value)));
        return [.. near.Concat(Splits(word)).OrderByDescending(each => each.Item2)
            .ThenBy(each => each.Item1, StringComparer.Ordinal).Take(MaxCorrections)];
    }

    private static double Likelihood(string word, string other, int frequency) =>
        Math.Log(frequency) - (CostOfEdit * EditDistance.Between(word, other))
        - (word[0] == other[0] ? 0 : CostOfFirstLetter);

    private IEnumerable<(string Text, double Likelihood)> Splits(string word)
    {
        for (int i = 2; i <= word.Length - 2; i++)
        {
            int rarer = Math.Min(vocabulary.DocFrequency(word[..i]), vocabulary.DocFrequency(word[i..]));
            if (rarer > 0)
            {
                yield return ($"{word[..i]} {word[i..]}", Math.Log(rarer) - CostOfSplit);
            }
        }
    }
}
