namespace Search.Text.Analysis;

/// <summary>
/// The tokens of one text, in the order of the text. Every token has two forms, both UTF-8: the exact form (the surface
/// word, folded) and the stemmed form. A buffer is filled by an <see cref="Analyzer"/> and reused from text to text, so
/// that analysis allocates nothing once the buffer has grown. Not safe for use by several threads at once.
/// </summary>
public sealed class TokenBuffer
{
    private Token[] _tokens = new Token[64];
    private int[] _exactEnds = new int[64];
    private int[] _stemEnds = new int[64];
    private byte[] _exact = new byte[512];
    private byte[] _stems = new byte[512];

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>One more than the position of the last token; 0 where there is none.</summary>
    public int PositionCount => Count == 0 ? 0 : _tokens[Count - 1].Position + 1;

    /// <summary>The place of token <paramref name="index"/>, from 0 to <see cref="Count"/> - 1.</summary>
    public Token this[int index] => _tokens.AsSpan(0, Count)[index];

    /// <summary>
    /// The exact form of token <paramref name="index"/>: UTF-8, never empty; valid until the next change.
    /// </summary>
    public ReadOnlySpan<byte> Exact(int index) => Slice(_exact, _exactEnds, index);

    /// <summary>
    /// The stemmed form of token <paramref name="index"/>: UTF-8, never empty; valid until the next change.
    /// </summary>
    public ReadOnlySpan<byte> Stem(int index) => Slice(_stems, _stemEnds, index);

    /// <summary>Empties the buffer and keeps its memory.</summary>
    public void Clear() => Count = 0;

    /// <summary>Appends a token.</summary>
    /// <param name="exact">Exact form, UTF-8, not empty.</param>
    /// <param name="stem">Stemmed form, UTF-8, not empty.</param>
    /// <param name="token">Its place; the position is not below that of the token before.</param>
    public void Add(ReadOnlySpan<byte> exact, ReadOnlySpan<byte> stem, Token token)
    {
        if (Count == _tokens.Length)
        {
            Array.Resize(ref _tokens, Count * 2);
            Array.Resize(ref _exactEnds, Count * 2);
            Array.Resize(ref _stemEnds, Count * 2);
        }

        Append(ref _exact, _exactEnds, exact);
        Append(ref _stems, _stemEnds, stem);
        _tokens[Count] = token;
        Count++;
    }

    private ReadOnlySpan<byte> Slice(byte[] bytes, int[] ends, int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        int start = index == 0 ? 0 : ends[index - 1];
        return bytes.AsSpan(start, ends[index] - start);
    }

    private void Append(ref byte[] bytes, int[] ends, ReadOnlySpan<byte> term)
    {
        int start = Count == 0 ? 0 : ends[Count - 1];
        int end = start + term.Length;
        if (end > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(end, bytes.Length * 2));
        }

        term.CopyTo(bytes.AsSpan(start));
        ends[Count] = end;
    }
}
