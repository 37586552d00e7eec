using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace Search.Text.Analysis;

/// <summary>
/// Tokens are what stands between white space (<see cref="char.IsWhiteSpace(char)"/>), as written: nothing is folded,
/// and the stemmed form is the exact form. For tests and comparisons, where tokens must be plain to see. A lone
/// surrogate becomes U+FFFD. What is longer than <see cref="WordAnalyzer.MaxTokenLength"/> is cut likewise.
/// </summary>
public sealed class WhitespaceAnalyzer : Analyzer
{
    /// <summary>Code units that are looked at together.</summary>
    private const int ShortLength = 32;

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
        Span<byte> bytes = stackalloc byte[3 * (WordAnalyzer.MaxTokenLength + 1)];
        int start = 0;
        while (start < text.Length)
        {
            if (text.Length - start >= ShortLength && TryAddShort(text, start, tokens) is int length and > 0)
            {
                start += length;
                continue;
            }

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

            _ = Utf8.FromUtf16(text[start..end], bytes, out _, out int written);
            tokens.Add(bytes[..written], bytes[..written], new Token(start, end - start, tokens.PositionCount));
            start = end;
        }
    }

    /// <summary>Takes a token of less than 32 ASCII letters by vectors.</summary>
    /// <returns>Its length; 0 where there is none at the start, or another kind of token.</returns>
    private static int TryAddShort(ReadOnlySpan<char> text, int start, TokenBuffer tokens)
    {
        ref char first = ref MemoryMarshal.GetReference(text.Slice(start, ShortLength));
        ref ushort at = ref Unsafe.As<char, ushort>(ref first);
        Vector256<byte> some = Vector256.NarrowWithSaturation(
            Vector256.LoadUnsafe(ref at), Vector256.LoadUnsafe(ref at, ShortLength / 2)); // 255 is not ASCII either
        Vector256<byte> blanks = Vector256.Equals(some, Vector256.Create((byte)' '))
            | Vector256.LessThanOrEqual(some - Vector256.Create((byte)'\t'), Vector256.Create((byte)('\r' - '\t')));
        uint ends = blanks.ExtractMostSignificantBits() | some.ExtractMostSignificantBits();
        int length = BitOperations.TrailingZeroCount(ends);
        if (length is 0 or ShortLength || some[length] > sbyte.MaxValue)
        {
            return 0;
        }

        tokens.AddShort(some, length, some, length, start, length);
        return length;
    }
}
