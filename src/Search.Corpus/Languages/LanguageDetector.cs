namespace Search.Corpus.Languages;

/// <summary>
/// Language of a paragraph: by its script where that tells (Arabic, Chinese, Cyrillic, ...), else by the share of
/// common little words of each language written in Latin letters.
/// </summary>
public static class LanguageDetector
{
    private const int FewestHits = 2;
    private const int SparsestHits = 14;

    // As many words as a lane of the counts can take; a paragraph's first words tell its language.
    private const int MostWords = (1 << StopWords.LaneBits) - 1;
    private const char FirstOfMarks = '\u2000';
    private const char LastOfMarks = '\u206F';
    private const char LastLatin = '\u024F';

    /// <summary>Finds the language.</summary>
    /// <returns>A BCP 47 code; null where there is too little to say.</returns>
    public static string? Detect(ReadOnlySpan<char> text)
    {
        if (IsLatin(text))
        {
            return DetectLatin(text);
        }

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

    /// <summary>True where there is nothing but Latin letters, blanks, digits and marks.</summary>
    private static bool IsLatin(ReadOnlySpan<char> text)
    {
        while (true)
        {
            int at = text.IndexOfAnyExceptInRange('\0', LastLatin);
            if (at < 0)
            {
                return true;
            }

            if (text[at] is < FirstOfMarks or > LastOfMarks)
            {
                return false;
            }

            text = text[(at + 1)..];
        }
    }

    private static string? DetectLatin(ReadOnlySpan<char> text)
    {
        ulong hits = 0;
        ulong word = 0;
        int length = 0;
        int words = 0;
        for (int i = 0; i <= text.Length && words < MostWords; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            if (char.IsAsciiLetter(c))
            {
                word = (word << 8) | ((uint)c | ' ');
                length++;
            }
            else if (c >= '\u0080' && char.IsLetter(c))
            {
                // Letters beyond Latin-1 are in no word of the lists: nine of them make the word too long.
                char lower = c is >= 'À' and <= 'Þ' ? (char)(c + 32) : c;
                word = (word << 8) | ((uint)lower & 0xFF);
                length += lower > 'ÿ' ? StopWords.Longest + 1 : 1;
            }
            else if (length > 0)
            {
                words++;
                hits += length <= StopWords.Longest ? StopWords.LanesOf(word) : 0;
                word = 0;
                length = 0;
            }
        }

        return words > 0 ? Best(hits, words) : null;
    }

    private static string? Best(ulong lanes, int words)
    {
        int best = 0;
        int second = 0;
        int language = -1;
        for (int i = 0; i < StopWords.Languages.Length; i++)
        {
            int hits = (int)((lanes >> (i * StopWords.LaneBits)) & MostWords);
            if (hits > best)
            {
                second = best;
                best = hits;
                language = i;
            }
            else if (hits > second)
            {
                second = hits;
            }
        }

        // In running text a third of the words are such; in names and garbled text hardly any.
        return best >= FewestHits && best > second && best * SparsestHits >= words ? StopWords.Languages[language]
            : null;
    }
}
