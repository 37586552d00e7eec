using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Text.Analysis;

/// <summary>
/// The tokens of one text, in the order of the text. Every token has two forms, both UTF-8: the exact form (the surface
/// word, folded) and the stemmed form. A buffer is filled by an <see cref="Analyzer"/> and reused from text to text, so
/// that analysis allocates nothing once the buffer has grown. Not safe for use by several threads at once.
/// </summary>
public sealed class TokenBuffer
{
    /// <summary>A short form is written as one vector, whatever its length.</summary>
    private const int ShortLength = 32;

    private Entry[] _entries = new Entry[8];
    private byte[] _exact = new byte[64];
    private byte[] _stems = new byte[64];
    private int _exactEnd;
    private int _stemEnd;

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>One more than the position of the last token; 0 where there is none.</summary>
    public int PositionCount { get; private set; }

    /// <summary>The place of token <paramref name="index"/>, from 0 to <see cref="Count"/> - 1.</summary>
    public Token this[int index] => _entries.AsSpan(0, Count)[index].Token;

    /// <summary>The exact form of token <paramref name="index"/>: UTF-8, never empty; valid until the next
    /// change.</summary>
    public ReadOnlySpan<byte> Exact(int index)
    {
        ReadOnlySpan<Entry> entries = _entries.AsSpan(0, Count);
        int start = entries[index].ExactStart;
        int end = index + 1 == entries.Length ? _exactEnd : entries[index + 1].ExactStart;
        return _exact.AsSpan(start, end - start);
    }

    /// <summary>The stemmed form of token <paramref name="index"/>: UTF-8, never empty; valid until the next
    /// change.</summary>
    public ReadOnlySpan<byte> Stem(int index)
    {
        ReadOnlySpan<Entry> entries = _entries.AsSpan(0, Count);
        int start = entries[index].StemStart;
        int end = index + 1 == entries.Length ? _stemEnd : entries[index + 1].StemStart;
        return _stems.AsSpan(start, end - start);
    }

    /// <summary>Empties the buffer and keeps its memory.</summary>
    public void Clear()
    {
        Count = 0;
        PositionCount = 0;
        _exactEnd = 0;
        _stemEnd = 0;
    }

    /// <summary>Appends a token.</summary>
    /// <param name="exact">Exact form, UTF-8, not empty.</param>
    /// <param name="stem">Stemmed form, UTF-8, not empty.</param>
    /// <param name="token">Its place; the position is not below that of the token before.</param>
    public void Add(ReadOnlySpan<byte> exact, ReadOnlySpan<byte> stem, Token token)
    {
        Reserve(exact.Length, stem.Length);
        exact.CopyTo(_exact.AsSpan(_exactEnd));
        stem.CopyTo(_stems.AsSpan(_stemEnd));
        Append(token, exact.Length, stem.Length);
    }

    /// <summary>Appends a token whose forms are short, at the next position.</summary>
    /// <param name="exact">Exact form; what lies behind its length does not matter.</param>
    /// <param name="exactLength">1 to 32.</param>
    /// <param name="stem">Stemmed form, likewise.</param>
    /// <param name="stemLength">1 to 32.</param>
    /// <param name="start">Offset in the text.</param>
    /// <param name="length">Length in the text.</param>
    internal void AddShort(
        Vector256<byte> exact, int exactLength, Vector256<byte> stem, int stemLength, int start, int length)
    {
        Reserve(ShortLength, ShortLength);
        exact.StoreUnsafe(ref MemoryMarshal.GetReference(_exact.AsSpan(_exactEnd, ShortLength)));
        stem.StoreUnsafe(ref MemoryMarshal.GetReference(_stems.AsSpan(_stemEnd, ShortLength)));
        Append(new Token(start, length, PositionCount), exactLength, stemLength);
    }

    private void Append(Token token, int exactLength, int stemLength)
    {
        _entries[Count++] = new Entry(token, _exactEnd, _stemEnd);
        _exactEnd += exactLength;
        _stemEnd += stemLength;
        PositionCount = token.Position + 1;
    }

    private void Reserve(int exactLength, int stemLength)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        if (_exactEnd + exactLength > _exact.Length)
        {
            Array.Resize(ref _exact, Math.Max(_exactEnd + exactLength, _exact.Length * 2));
        }

        if (_stemEnd + stemLength > _stems.Length)
        {
            Array.Resize(ref _stems, Math.Max(_stemEnd + stemLength, _stems.Length * 2));
        }
    }

    private readonly record struct Entry(Token Token, int ExactStart, int StemStart);
}
