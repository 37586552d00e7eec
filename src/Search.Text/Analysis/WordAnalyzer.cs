using Search.Text.Breaking;
using Search.Text.Stemming;

namespace Search.Text.Analysis;

/// <summary>
/// Tokens are the words of UAX #29 that hold a letter, a digit, an ideograph or a kana; emoji and punctuation are none
/// and take no position. The exact form is folded (<see cref="Folding.WordFolding"/>); a final 's stays. The stemmed
/// form is the stem by the analyzer's language, folded; English drops a final 's. Without a language it is the exact
/// form.
/// <para>French elisions (l' d' j' m' t' s' n' c' qu' jusqu' lorsqu' puisqu' quoiqu', with any apostrophe) are tokens
/// of
/// their own, without the apostrophe, in every language; but not before a lone s, which is a possessive (<c>the
/// D's</c>).</para>
/// <para>A colon always ends a word (<c>Topic:cybercrime</c>), as in CLDR's tailoring of UAX #29; the standard itself
/// keeps such letters together for the sake of Swedish abbreviations.</para>
/// <para>Underscores at the edges of a word are no part of it (<c>_emphasis_</c>); inside they are.</para>
/// <para>A word of more than <see cref="MaxTokenLength"/> UTF-16 code units is cut into tokens of that length at
/// successive positions, as Lucene does; no form of a token is longer than 10,000 bytes.</para>
/// </summary>
public sealed class WordAnalyzer : Analyzer
{
    /// <summary>Most UTF-16 code units of one token.</summary>
    public const int MaxTokenLength = 255;

    [ThreadStatic]
    private static Dictionary<WordAnalyzer, WordForms>? _threadForms;

    private readonly Stemmer? _stemmer;

    internal WordAnalyzer(string name, Stemmer? stemmer)
    {
        Name = name;
        _stemmer = stemmer;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override void Analyze(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        tokens.Clear();
        WordForms forms = Forms();
        WordBreaker breaker = new(text);
        while (breaker.MoveToNextWord())
        {
            int start = breaker.Start;
            if (breaker.IsAscii && breaker.End - start <= WordForms.MaxAsciiLength)
            {
                AddAscii(text, start, breaker.End - start, forms, tokens);
                continue;
            }

            start = SkipUnderscores(text, start, breaker.End);
            while (TryCut(text[start..breaker.End], out int cut))
            {
                Add(text, start, start + cut, forms, tokens);
                start += cut + 1;
            }

            Add(text, start, breaker.End, forms, tokens);
        }
    }

    private static int SkipUnderscores(ReadOnlySpan<char> text, int start, int end) =>
        end - text[start..end].TrimStart('_').Length;

    /// <summary>Finds the first colon inside a word, or the apostrophe of an elision.</summary>
    private static bool TryCut(ReadOnlySpan<char> word, out int cut)
    {
        if (Elision.TryFind(word, out cut))
        {
            return true;
        }

        cut = word.IndexOfAny(':', '\uFE55', '\uFF1A');
        return cut >= 0;
    }

    private static void AddAscii(ReadOnlySpan<char> text, int start, int length, WordForms forms, TokenBuffer tokens)
    {
        if (text.Length - start >= WordForms.MaxAsciiLength)
        {
            forms.AddAscii(text.Slice(start, WordForms.MaxAsciiLength), start, length, tokens);
            return;
        }

        Span<char> padded = stackalloc char[WordForms.MaxAsciiLength];
        padded.Clear();
        text[start..].CopyTo(padded);
        forms.AddAscii(padded, start, length, tokens);
    }

    /// <summary>Buffers and stems are kept per thread: analysis takes no lock and, once they are there, no
    /// memory.</summary>
    private WordForms Forms()
    {
        Dictionary<WordAnalyzer, WordForms> all = _threadForms ??= [];
        if (!all.TryGetValue(this, out WordForms? forms))
        {
            all.Add(this, forms = new WordForms(_stemmer));
        }

        return forms;
    }

    private static void Add(ReadOnlySpan<char> text, int start, int end, WordForms forms, TokenBuffer tokens)
    {
        start = SkipUnderscores(text, start, end);
        end = start + text[start..end].TrimEnd('_').Length;
        while (start < end)
        {
            int length = Math.Min(end - start, MaxTokenLength);
            if (length < end - start && char.IsHighSurrogate(text[start + length - 1]))
            {
                length--;
            }

            if (forms.Set(text.Slice(start, length)))
            {
                tokens.Add(forms.Exact, forms.Stem, new Token(start, length, tokens.PositionCount));
            }

            start += length;
        }
    }
}
