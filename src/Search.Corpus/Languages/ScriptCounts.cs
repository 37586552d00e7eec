namespace Search.Corpus.Languages;

/// <summary>How many letters of each script a text has.</summary>
internal readonly struct ScriptCounts
{
    // A Chinese character stands for about three Latin letters.
    private const int HanWeight = 3;

    private ScriptCounts(Script main, int total, bool hasKana, bool hasUkrainian, bool hasPersian)
    {
        Main = main;
        Total = total;
        HasKana = hasKana;
        HasUkrainian = hasUkrainian;
        HasPersian = hasPersian;
    }

    /// <summary>The script of most letters.</summary>
    public Script Main { get; }

    /// <summary>Letters of all scripts.</summary>
    public int Total { get; }

    /// <summary>True with Japanese syllables.</summary>
    public bool HasKana { get; }

    /// <summary>True with letters that Ukrainian has and Russian lacks.</summary>
    public bool HasUkrainian { get; }

    /// <summary>True with several letters that Persian has and Arabic lacks.</summary>
    public bool HasPersian { get; }

    /// <summary>Counts.</summary>
    public static ScriptCounts Of(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[(int)Script.Devanagari + 1];
        int total = 0;
        int kana = 0;
        int ukrainian = 0;
        int persian = 0;
        foreach (char c in text)
        {
            if (c < '\u0080')
            {
                int letter = char.IsAsciiLetter(c) ? 1 : 0;
                counts[(int)Script.Latin] += letter;
                total += letter;
                continue;
            }

            if (!char.IsLetter(c))
            {
                continue;
            }

            Script script = ScriptOf(c);
            counts[(int)script] += script == Script.Han ? HanWeight : 1;
            total++;
            kana += c is >= '\u3040' and <= '\u30FF' ? 1 : 0;
            ukrainian += c is 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' ? 1 : 0;
            persian += c is 'پ' or 'چ' or 'ژ' or 'گ' or 'ی' or 'ک' ? 1 : 0;
        }

        int main = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            main = counts[i] > counts[main] ? i : main;
        }

        return new ScriptCounts((Script)main, total, kana > 0, ukrainian > 1, persian * 20 > total);
    }

    private static Script ScriptOf(char c) => c switch
    {
        < '\u0250' => Script.Latin,
        >= '\u1E00' and <= '\u1EFF' => Script.Latin,
        >= '\u0370' and <= '\u03FF' => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0590' and <= '\u05FF' => Script.Hebrew,
        >= '\u0600' and <= '\u06FF' => Script.Arabic,
        >= '\u0750' and <= '\u077F' => Script.Arabic,
        >= '\uFB50' and <= '\uFDFF' => Script.Arabic,
        >= '\uFE70' and <= '\uFEFE' => Script.Arabic,
        >= '\u0900' and <= '\u097F' => Script.Devanagari,
        >= '\u3040' and <= '\u9FFF' => Script.Han,
        >= '\uAC00' and <= '\uD7AF' => Script.Hangul,
        _ => Script.Unknown,
    };
}
