namespace Search.Corpus.Themes.Features;

/// <summary>The features of one paragraph, each at most once, and where in its text each was first seen.</summary>
internal sealed class FeatureVector
{
    private readonly List<FeatureValue> _items = [];

    /// <summary>The features, in no particular order.</summary>
    public List<FeatureValue> Items => _items;

    /// <summary>Takes all away.</summary>
    public void Clear() => _items.Clear();

    /// <summary>Adds a feature that is not there yet.</summary>
    public void Add(FeatureValue value) => _items.Add(value);
}

/// <summary>One feature of a paragraph.</summary>
/// <param name="Feature">Number of the feature.</param>
/// <param name="Value">Its value, above 0.</param>
/// <param name="Start">Offset of its first code unit in the text; -1 where it is not in the text.</param>
/// <param name="End">Offset behind it.</param>
internal readonly record struct FeatureValue(int Feature, float Value, int Start, int End);
