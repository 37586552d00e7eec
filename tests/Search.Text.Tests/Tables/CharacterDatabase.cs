namespace Search.Text.Tests.Tables;

/// <summary>What the tables are made from: the parts of the Unicode Character Database that they need, per code
/// point.</summary>
internal sealed class CharacterDatabase
{
    public const int Size = 0x110000;

    private int _rangeStart;

    private CharacterDatabase()
    {
        foreach (string[] row in UnicodeFiles.Rows("UnicodeData.txt"))
        {
            ReadCharacter(row);
        }

        foreach ((int codePoint, string value) in UnicodeFiles.Property("Scripts.txt"))
        {
            Scripts[codePoint] = value;
        }

        foreach ((int codePoint, string value) in UnicodeFiles.Property("PropList.txt"))
        {
            if (value == "Diacritic")
            {
                Diacritics.Add(codePoint);
            }
        }

        foreach (string[] row in UnicodeFiles.Rows("DerivedNormalizationProps.txt"))
        {
            ReadNormalization(row);
        }
    }

    /// <summary>General category, such as <c>Lu</c>; null where unassigned.</summary>
    public string?[] Categories { get; } = new string?[Size];

    public string?[] Names { get; } = new string?[Size];

    public string?[] Scripts { get; } = new string?[Size];

    public int[] CombiningClasses { get; } = new int[Size];

    public int[] DecimalDigits { get; } = [.. Enumerable.Repeat(-1, Size)];

    /// <summary>Canonical decompositions, one step, Hangul left out.</summary>
    public SortedDictionary<int, int[]> Decompositions { get; } = [];

    /// <summary>The NFKC_Casefold of the code points that it changes.</summary>
    public SortedDictionary<int, int[]> CaseFoldings { get; } = [];

    public HashSet<int> Diacritics { get; } = [];

    public HashSet<int> CompositionExclusions { get; } = [];

    /// <summary>NFC_Quick_Check is No or Maybe.</summary>
    public HashSet<int> ComposeQuickCheck { get; } = [];

    public static CharacterDatabase Read() => new();

    /// <summary>The full canonical decomposition of one code point; itself where there is none.</summary>
    public IEnumerable<int> Decompose(int codePoint) =>
        Decompositions.TryGetValue(codePoint, out int[]? parts) ? parts.SelectMany(Decompose) : [codePoint];

    private void ReadCharacter(string[] row)
    {
        int first = UnicodeFiles.Sequence(row[0])[0];
        int last = first;
        if (row[1].EndsWith(", Last>", StringComparison.Ordinal))
        {
            first = _rangeStart;
        }

        _rangeStart = last;
        for (int codePoint = first; codePoint <= last; codePoint++)
        {
            Categories[codePoint] = row[2];
            Names[codePoint] = row[1];
            CombiningClasses[codePoint] = int.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture);
        }

        if (row[5].Length > 0 && row[5][0] != '<')
        {
            Decompositions[last] = UnicodeFiles.Sequence(row[5]);
        }

        if (row[6].Length > 0)
        {
            DecimalDigits[last] = row[6][0] - '0';
        }
    }

    private void ReadNormalization(string[] row)
    {
        (int first, int last) = UnicodeFiles.Range(row[0]);
        for (int codePoint = first; codePoint <= last; codePoint++)
        {
            switch (row[1])
            {
                case "NFKC_CF": CaseFoldings[codePoint] = UnicodeFiles.Sequence(row[2]); break;
                case "NFC_QC": ComposeQuickCheck.Add(codePoint); break;
                case "Full_Composition_Exclusion": CompositionExclusions.Add(codePoint); break;
                default: break;
            }
        }
    }
}
