using System.Text;
using Search.Text.Analysis;

namespace Search.Engine.Tests;

/// <summary>
/// Splits at blanks, for tests that are not about words. The stem is the word without a final s; a word "~" adds a gap
/// of one position, and a word that begins with "+" stands at the position of the word before.
/// </summary>
internal sealed class SpaceAnalyzer : Analyzer
{
    /// <inheritdoc/>
    public override string Name => "spaces";

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override void Analyze(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        tokens.Clear();
        int position = -1;
        foreach (Range range in text.Split(' '))
        {
            (int start, int length) = range.GetOffsetAndLength(text.Length);
            ReadOnlySpan<char> word = text.Slice(start, length);
            if (word.Length == 0)
            {
                continue;
            }

            position += word[0] == '+' && position >= 0 ? 0 : 1;
            if (word is "~")
            {
                continue;
            }

            byte[] exact = Encoding.UTF8.GetBytes(word.ToString());
            int stemLength = exact.Length > 1 && exact[^1] == (byte)'s' ? exact.Length - 1 : exact.Length;
            tokens.Add(exact, exact.AsSpan(0, stemLength), new Token(start, length, position));
        }
    }
}
