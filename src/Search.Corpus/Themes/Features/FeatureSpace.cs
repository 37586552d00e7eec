using System.Text;

namespace Search.Corpus.Themes.Features;

/// <summary>
/// Numbers the features of paragraphs: stems of the text, pairs of neighbouring stems, stems of the title and of the
/// headings. A space that grows gives every feature it meets a number; one that is closed knows those it was given.
/// Rules are not among them: they are known by their places in the scheme.
/// </summary>
internal sealed class FeatureSpace
{
    private readonly StemTable _stems = new();
    private readonly Dictionary<long, int> _numbers = [];
    private readonly List<long> _keys = [];

    /// <summary>Number of features.</summary>
    public int Count => _keys.Count;

    /// <summary>
    /// The number of a stem, which is added where it is unknown and <paramref name="grows"/> is set; else -1.
    /// </summary>
    public int Stem(ReadOnlySpan<byte> stem, bool grows) => grows ? _stems.Add(stem) : _stems.Find(stem);

    /// <summary>
    /// The number of a feature, which is added where it is unknown and <paramref name="grows"/> is set; else -1.
    /// </summary>
    /// <param name="kind">What it is.</param>
    /// <param name="stem">Number of the stem, or of the first of a pair.</param>
    /// <param name="second">Number of the second stem of a pair; else 0.</param>
    /// <param name="grows">Whether an unknown one is added.</param>
    public int Feature(FeatureKind kind, int stem, int second, bool grows)
    {
        long key = ((long)kind << 60) | ((long)stem << 30) | (uint)second;
        if (_numbers.TryGetValue(key, out int number))
        {
            return number;
        }

        if (!grows)
        {
            return -1;
        }

        _numbers[key] = _keys.Count;
        _keys.Add(key);
        return _keys.Count - 1;
    }

    /// <summary>The number of a feature by its name, added where it is unknown.</summary>
    /// <exception cref="FormatException">No feature is named so.</exception>
    public int Add(string name)
    {
        string[] parts = name.Split(' ');
        FeatureKind kind = parts[0] switch
        {
            "stem" when parts.Length == 2 => FeatureKind.Stem,
            "pair" when parts.Length == 3 => FeatureKind.Pair,
            "title" when parts.Length == 2 => FeatureKind.Title,
            "heading" when parts.Length == 2 => FeatureKind.Heading,
            _ => throw new FormatException(
                $"'stem x', 'pair x y', 'title x' or 'heading x' was expected, not '{name}'."),
        };
        int first = Stem(Encoding.UTF8.GetBytes(parts[1]), true);
        int second = kind == FeatureKind.Pair ? Stem(Encoding.UTF8.GetBytes(parts[2]), true) : 0;
        return Feature(kind, first, second, true);
    }

    /// <summary>The name of a feature, such as <c>pair malici actor</c>.</summary>
    public string Name(int feature)
    {
        long key = _keys[feature];
        var kind = (FeatureKind)(key >> 60);
        string first = Encoding.UTF8.GetString(_stems[(int)((key >> 30) & 0x3FFFFFFF)]);
        return kind switch
        {
            FeatureKind.Pair => $"pair {first} {Encoding.UTF8.GetString(_stems[(int)(key & 0x3FFFFFFF)])}",
            FeatureKind.Title => $"title {first}",
            FeatureKind.Heading => $"heading {first}",
            _ => $"stem {first}",
        };
    }
}

/// <summary>What a feature is.</summary>
internal enum FeatureKind
{
    /// <summary>A stem of the text.</summary>
    Stem,

    /// <summary>Two stems that stand side by side in the text.</summary>
    Pair,

    /// <summary>A stem of the document's title.</summary>
    Title,

    /// <summary>A stem of the headings above.</summary>
    Heading,
}
