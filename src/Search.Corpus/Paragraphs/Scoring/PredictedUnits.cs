namespace Search.Corpus.Paragraphs.Scoring;

/// <summary>Units of a split to score, with their keys and where they lie in the text of all.</summary>
internal sealed class PredictedUnits
{
    private readonly List<(string Text, string Key, int KeyStart, int PlainStart, int PlainEnd, int Words)> _units = [];

    /// <summary>Takes the texts; those without a word are left out.</summary>
    public PredictedUnits(IReadOnlyList<string> texts)
    {
        List<string> plains = [];
        int keyStart = 0;
        int plainStart = 0;
        foreach (string text in texts)
        {
            string key = SplitText.Key(text);
            if (key.Length == 0)
            {
                continue;
            }

            string plain = SplitText.Plain(text);
            _units.Add((text, key, keyStart, plainStart, plainStart + plain.Length, SplitText.CountWords(text)));
            keyStart += key.Length;
            plainStart += plain.Length;
            plains.Add(plain);
        }

        Plain = string.Concat(plains);
        Keys = string.Concat(_units.Select(unit => unit.Key));
        PlainStarts = [.. _units.Select(unit => unit.PlainStart)];
    }

    /// <summary>How many there are.</summary>
    public int Count => _units.Count;

    /// <summary>Letters and digits of all.</summary>
    public string Plain { get; }

    /// <summary>Offsets in <see cref="Plain"/> at which a unit begins.</summary>
    public HashSet<int> PlainStarts { get; }

    private string Keys { get; }

    /// <summary>Text of a unit.</summary>
    public string TextOf(int i) => _units[i].Text;

    /// <summary>Key of a unit.</summary>
    public string KeyOf(int i) => _units[i].Key;

    /// <summary>Words of a unit.</summary>
    public int WordsOf(int i) => _units[i].Words;

    /// <summary>Where a unit begins in <see cref="Plain"/>.</summary>
    public int PlainStartOf(int i) => _units[i].PlainStart;

    /// <summary>Where a unit ends in <see cref="Plain"/>.</summary>
    public int PlainEndOf(int i) => _units[i].PlainEnd;

    /// <summary>True where the text at the unit's start is this key, even where the unit is cut short.</summary>
    public bool StartsWith(int i, string key, bool mustBeWhole)
    {
        string own = _units[i].Key;
        bool isShorter = own.Length < key.Length;
        return (isShorter ? At(_units[i].KeyStart, key) : own.StartsWith(key, StringComparison.Ordinal))
            && (!mustBeWhole || !isShorter || key.StartsWith(own, StringComparison.Ordinal));
    }

    /// <summary>True where the text up to the unit's end ends with this key.</summary>
    public bool EndsWith(int i, string key)
    {
        string own = _units[i].Key;
        return own.Length < key.Length
            ? At(_units[i].KeyStart + own.Length - key.Length, key)
            : own.EndsWith(key, StringComparison.Ordinal);
    }

    private bool At(int offset, string key) =>
        offset >= 0 && offset + key.Length <= Keys.Length && Keys.AsSpan(offset, key.Length).SequenceEqual(key);
}
