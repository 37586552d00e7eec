using Search.Text.Analysis;

namespace Search.Corpus.Themes.Features;

/// <summary>Turns a paragraph into its features. Owned by one thread.</summary>
/// <param name="space">The features that there are.</param>
/// <param name="grows">Whether unknown features are added to the space.</param>
internal sealed class FeatureReader(FeatureSpace space, bool grows)
{
    private const float PairShare = 0.8f;

    private const float TitleValue = 0.25f;

    /// <summary>
    /// In texts of up to 64 words each weighs the same; in longer ones each weighs less, by the root.
    /// </summary>
    private const double LeastNorm = 8;

    private const double TextNorm = 4;

    private int[] _stamps = new int[1024];
    private int _stamp;

    /// <summary>Fills <paramref name="features"/> with the features of a paragraph.</summary>
    public void Read(ReadParagraph paragraph, FeatureVector features)
    {
        features.Clear();
        _stamp++;
        AddText(paragraph.Text, features);
        AddWords(paragraph.Title, FeatureKind.Title, features);
        AddWords(paragraph.Heading, FeatureKind.Heading, features);
    }

    private void AddText(TokenBuffer tokens, FeatureVector features)
    {
        float factor = (float)(TextNorm / Math.Max(Math.Sqrt(tokens.Count), LeastNorm));
        int before = -1;
        bool isCommonBefore = true;
        for (int i = 0; i < tokens.Count; i++)
        {
            ReadOnlySpan<byte> word = tokens.Stem(i);
            bool isCommon = CommonWords.Contains(word);
            int stem = space.Stem(word, grows);
            if (stem >= 0 && !isCommon && !IsNumber(word))
            {
                Add(features, FeatureKind.Stem, stem, 0, factor, tokens[i].Start, tokens[i].End);
            }

            if (stem >= 0 && before >= 0 && !(isCommon && isCommonBefore))
            {
                Add(features, FeatureKind.Pair, before, stem, PairShare * factor, tokens[i - 1].Start, tokens[i].End);
            }

            before = stem;
            isCommonBefore = isCommon;
        }
    }

    /// <summary>Adds a feature if it is known, or made known, and is not there yet.</summary>
    private void Add(FeatureVector features, FeatureKind kind, int stem, int second, float value, int start, int end)
    {
        int feature = space.Feature(kind, stem, second, grows);
        if (feature >= 0 && IsFirst(feature))
        {
            features.Add(new FeatureValue(feature, value, start, end));
        }
    }

    private void AddWords(TokenBuffer tokens, FeatureKind kind, FeatureVector features)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            ReadOnlySpan<byte> word = tokens.Stem(i);
            int stem = CommonWords.Contains(word) || IsNumber(word) ? -1 : space.Stem(word, grows);
            if (stem >= 0)
            {
                Add(features, kind, stem, 0, TitleValue, -1, -1);
            }
        }
    }

    private bool IsFirst(int feature)
    {
        if (feature >= _stamps.Length)
        {
            Array.Resize(ref _stamps, Math.Max(feature + 1, _stamps.Length * 2));
        }

        bool isFirst = _stamps[feature] != _stamp;
        _stamps[feature] = _stamp;
        return isFirst;
    }

    private static bool IsNumber(ReadOnlySpan<byte> word) => word.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
