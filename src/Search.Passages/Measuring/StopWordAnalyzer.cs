using System.Text;
using Search.Text.Analysis;

namespace Search.Passages.Measuring;

/// <summary>
/// The English analyzer without the 33 words that Lucene's EnglishAnalyzer leaves out; the others keep their positions,
/// as there. Test collections are measured with it, so that their figures can be set beside Lucene's: the product
/// itself keeps every word, for the sake of phrases.
/// </summary>
internal sealed class StopWordAnalyzer : Analyzer
{
    private const string Words =
        "a an and are as at be but by for if in into is it no not of on or such that the their then there these they "
        + "this to was will with";

    private static readonly HashSet<string> StopWords = [.. Words.Split(' ')];

    [ThreadStatic]
    private static TokenBuffer? _all;

    /// <summary>The instance that everybody shares.</summary>
    public static StopWordAnalyzer Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "words-en-without-stop-words";

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override void Analyze(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        TokenBuffer all = _all ??= new TokenBuffer();
        Analyzers.English.Analyze(text, all);
        tokens.Clear();
        for (int i = 0; i < all.Count; i++)
        {
            if (!StopWords.Contains(Encoding.UTF8.GetString(all.Exact(i))))
            {
                tokens.Add(all.Exact(i), all.Stem(i), all[i]);
            }
        }
    }
}
