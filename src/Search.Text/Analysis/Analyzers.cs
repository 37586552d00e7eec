using Search.Text.Stemming;

namespace Search.Text.Analysis;

/// <summary>The analyzers that there are. Each is one shared instance.</summary>
public static class Analyzers
{
    /// <summary>Words with English stems, <c>words-en</c>.</summary>
    public static Analyzer English { get; } = new WordAnalyzer("words-en", new EnglishStemmer());

    /// <summary>Words that are their own stems, <c>words</c>.</summary>
    public static Analyzer Unstemmed { get; } = new WordAnalyzer("words", null);

    /// <summary>
    /// The analyzer for a language: English where none is given, stems for those that have a stemmer, unstemmed words
    /// for all others.
    /// </summary>
    /// <param name="language">A language tag such as <c>en</c> or <c>en-GB</c>, in any case; null or empty for none.</param>
    public static Analyzer For(string? language)
    {
        ReadOnlySpan<char> tag = language;
        int end = tag.IndexOfAny('-', '_');
        ReadOnlySpan<char> primary = end < 0 ? tag : tag[..end];
        return primary.Length == 0 || primary.Equals("en", StringComparison.OrdinalIgnoreCase) ? English : Unstemmed;
    }
}
