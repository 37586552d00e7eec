namespace Search.Bench.Inputs;

/// <summary>The English stop words of Lucene's EnglishAnalyzer.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = new(
        ("a an and are as at be but by for if in into is it no not of on or such that the their then there these "
            + "they this to was will with").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a word, given as UTF-8 in lower case, is one of them.</summary>
    public static bool Contains(ReadOnlySpan<byte> word) =>
        word.Length <= 5 && Words.Contains(System.Text.Encoding.UTF8.GetString(word));
}
