namespace Search.Corpus.Languages;

/// <summary>
/// Language of a paragraph: by its script where that tells (Arabic, Chinese, Cyrillic, ...), else by the share of
/// common little words of each language written in Latin letters.
/// </summary>
public static class LanguageDetector
{
    private const int FewestHits = 2;
    private const int SparsestHits = 14;

    /// <summary>Finds the language.</summary>
    /// <returns>A BCP 47 code; null where there is too little to say.</returns>
    public static string? Detect(ReadOnlySpan<char> text)
    {
        ScriptCounts scripts = ScriptCounts.Of(text);
        if (scripts.Total == 0)
        {
            return null;
        }

        return scripts.Main switch
        {
            Script.Latin => DetectLatin(text),
            Script.Cyrillic => scripts.HasUkrainian ? "uk" : "ru",
            Script.Arabic => scripts.HasPersian ? "fa" : "ar",
            Script.Han => scripts.HasKana ? "ja" : "zh",
            Script.Hangul => "ko",
            Script.Greek => "el",
            Script.Hebrew => "he",
            Script.Devanagari => "hi",
            _ => null,
        };
    }

    private static string? DetectLatin(ReadOnlySpan<char> text)
    {
        Span<int> hits = stackalloc int[StopWords.Languages.Length];
        Span<char> word = stackalloc char[StopWords.Longest];
        int length = 0;
        int words = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            if (char.IsAsciiLetter(c) || (c >= '\u0080' && char.IsLetter(c)))
            {
                if (length < word.Length)
                {
                    word[length] = c < '\u0080' ? (char)(c | ' ') : char.ToLowerInvariant(c);
                }

                length++;
                continue;
            }

            words += length > 0 ? 1 : 0;
            if (length > 0 && length <= word.Length)
            {
                StopWords.Count(word[..length], hits);
            }

            length = 0;
        }

        return words > 0 ? Best(hits, words) : null;
    }

    private static string? Best(ReadOnlySpan<int> hits, int words)
    {
        int best = 0;
        int second = 0;
        int language = -1;
        for (int i = 0; i < hits.Length; i++)
        {
            if (hits[i] > best)
            {
                second = best;
                best = hits[i];
                language = i;
            }
            else if (hits[i] > second)
            {
                second = hits[i];
            }
        }

        // In running text a third of the words are such; in names and garbled text hardly any.
        return best >= FewestHits && best > second && best * SparsestHits >= words ? StopWords.Languages[language]
            : null;
    }
}
