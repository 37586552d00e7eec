using System.Text;
using Search.Text.Analysis;

namespace Search.Text.Stemming;

/// <summary>
/// Accents that a word typed without any may have lost, so far as its stem hangs on them: the French stemmer takes
/// <c>sécurité</c> to <c>sécur</c> and <c>securite</c> to <c>securit</c>. Accents elsewhere in the word are folded
/// away in any case.
/// </summary>
public static class Accents
{
    // The endings of the stemmer that hold an accent, as they are typed without, the longest first.
    private static readonly (string Plain, string Accented)[] FrenchEndings =
    [
        ("erent", "èrent"), ("ieres", "ières"), ("iere", "ière"), ("imes", "îmes"), ("ites", "ités"),
        ("ites", "îtes"), ("ames", "âmes"), ("ates", "âtes"), ("ees", "ées"), ("ite", "ité"), ("ee", "ée"),
        ("es", "és"), ("at", "ât"), ("it", "ît"), ("e", "é"),
    ];

    /// <summary>Accented endings of Spanish are no longer than this: <c>-iéramos</c>.</summary>
    private const int SpanishEnding = 7;

    /// <summary>The word with accents put in, each way once; none for a language whose stems hang on none.</summary>
    /// <param name="word">A word; one with letters beyond ASCII says by itself where its accents are.</param>
    /// <param name="analyzer">The analyzer of the language.</param>
    public static IReadOnlyList<string> Of(string word, Analyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (!Ascii.IsValid(word))
        {
            return [];
        }

        return analyzer == Analyzers.French ? French(word) : analyzer == Analyzers.Spanish ? Spanish(word) : [];
    }

    private static List<string> French(string word)
    {
        List<string> accented = [];
        foreach ((string plain, string ending) in FrenchEndings)
        {
            if (word.Length > plain.Length + 1 && word.EndsWith(plain, StringComparison.OrdinalIgnoreCase))
            {
                accented.Add(string.Concat(word.AsSpan(0, word.Length - plain.Length), ending));
            }
        }

        return accented;
    }

    /// <summary>A Spanish word has one accent at most.</summary>
    private static List<string> Spanish(string word)
    {
        List<string> accented = [];
        for (int i = Math.Max(1, word.Length - SpanishEnding); i < word.Length; i++)
        {
            int vowel = "aeiou".IndexOf(char.ToLowerInvariant(word[i]), StringComparison.Ordinal);
            if (vowel >= 0)
            {
                accented.Add(string.Concat(word.AsSpan(0, i), "áéíóú".AsSpan(vowel, 1), word.AsSpan(i + 1)));
            }
        }

        return accented;
    }
}
