namespace Search.Text.Analysis;

/// <summary>
/// Tokens are what stands between white space (<see cref="char.IsWhiteSpace(char)"/>), as written: nothing is folded,
/// and the stemmed form is the exact form. For tests and comparisons, where tokens must be plain to see. A lone
/// surrogate becomes U+FFFD. What is longer than <see cref="WordAnalyzer.MaxTokenLength"/> is cut likewise.
/// </summary>
public sealed class WhitespaceAnalyzer : Analyzer
{
    /// <summary>The instance that everybody shares.</summary>
    public static WhitespaceAnalyzer Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "whitespace";

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override void Analyze(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        tokens.Clear();
        int start = 0;
        while (start < text.Length)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                start++;
                continue;
            }

            int end = start + 1;
            while (end < text.Length && end - start < WordAnalyzer.MaxTokenLength && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (end < text.Length && char.IsHighSurrogate(text[end - 1]) && char.IsLowSurrogate(text[end]))
            {
                end = end - 1 == start ? end + 1 : end - 1;
            }

            Add(text, start, end, tokens);
            start = end;
        }
    }

    private static void Add(ReadOnlySpan<char> text, int start, int end, TokenBuffer tokens)
    {
        Span<byte> bytes = stackalloc byte[3 * (WordAnalyzer.MaxTokenLength + 1)];
        _ = System.Text.Unicode.Utf8.FromUtf16(text[start..end], bytes, out _, out int length);
        tokens.Add(bytes[..length], bytes[..length], new Token(start, end - start, tokens.PositionCount));
    }
}
