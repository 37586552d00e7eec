using Search.Text.Stemming;

namespace Search.Text.Analysis;

/// <summary>The analyzers that there are. Each is one shared instance.</summary>
public static class Analyzers
{
    /// <summary>Words with English stems, <c>words-en</c>.</summary>
    public static Analyzer English { get; } = new WordAnalyzer("words-en", new EnglishStemmer());

    /// <summary>Words with French stems, <c>words-fr</c>.</summary>
    public static Analyzer French { get; } = new WordAnalyzer("words-fr", new FrenchStemmer());

    /// <summary>Words with Spanish stems, <c>words-es</c>.</summary>
    public static Analyzer Spanish { get; } = new WordAnalyzer("words-es", new SpanishStemmer());

    /// <summary>Words with Russian stems, <c>words-ru</c>.</summary>
    public static Analyzer Russian { get; } = new WordAnalyzer("words-ru", new RussianStemmer());

    /// <summary>Words that are their own stems, <c>words</c>.</summary>
    public static Analyzer Unstemmed { get; } = new WordAnalyzer("words", null);

    /// <summary>Every analyzer that <see cref="For"/> may give.</summary>
    public static IReadOnlyList<Analyzer> All { get; } = [English, French, Spanish, Russian, Unstemmed];

    /// <summary>
    /// The analyzer for a language: English where none is given, stems for those that have a stemmer, unstemmed words
    /// for all others. The exact forms are the same with each of them.
    /// </summary>
    /// <param name="language">A language tag such as <c>en</c> or <c>fr-CH</c>, in any case; null or empty for
    /// none.</param>
    public static Analyzer For(string? language)
    {
        ReadOnlySpan<char> tag = language;
        int end = tag.IndexOfAny('-', '_');
        ReadOnlySpan<char> primary = end < 0 ? tag : tag[..end];
        return primary switch
        {
            [] or ['e' or 'E', 'n' or 'N'] => English,
            ['f' or 'F', 'r' or 'R'] => French,
            ['e' or 'E', 's' or 'S'] => Spanish,
            ['r' or 'R', 'u' or 'U'] => Russian,
            _ => Unstemmed,
        };
    }
}
