using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;
using Search.Text.Folding;
using Search.Text.Stemming;

namespace Search.Text.Analysis;

/// <summary>
/// Makes the exact and the stemmed form of one word at a time, in buffers that are reused: the forms are valid until
/// the next word. Short words of ASCII are folded as one vector, words of simple letters by a table, all others by
/// <see cref="WordFolder"/>.
/// </summary>
internal sealed class WordForms(Stemmer? stemmer)
{
    /// <summary>Most code units of a word that <see cref="AddAscii"/> takes.</summary>
    public const int MaxAsciiLength = 16;

    private readonly WordFolder _folder = new();
    private readonly StemCache? _cache = stemmer is null ? null : new StemCache();
    private byte[] _exact = new byte[1024];
    private byte[] _stem = new byte[1024];
    private char[] _work = new char[1024];
    private int _exactLength;
    private int _stemLength;

    /// <summary>The exact form, UTF-8.</summary>
    public ReadOnlySpan<byte> Exact => _exact.AsSpan(0, _exactLength);

    /// <summary>The stemmed form, UTF-8.</summary>
    public ReadOnlySpan<byte> Stem => _stem.AsSpan(0, _stemLength);

    /// <summary>Appends a short word of ASCII letters and digits.</summary>
    /// <param name="characters">The word and what follows it: 16 code units.</param>
    /// <param name="start">Where the word begins in its text.</param>
    /// <param name="length">Its length, 1 to 16.</param>
    /// <param name="tokens">Receives the token.</param>
    public void AddAscii(ReadOnlySpan<char> characters, int start, int length, TokenBuffer tokens)
    {
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(characters);
        Vector128<byte> bytes = Vector128.NarrowWithSaturation(
            Vector128.Create(units), Vector128.Create(units[Vector128<ushort>.Count..]));
        Vector128<byte> isCapital = Vector128.LessThan(bytes - Vector128.Create((byte)'A'), Vector128.Create((byte)26));
        Vector128<byte> isInWord = Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length));
        bytes = (bytes | (isCapital & Vector128.Create((byte)0x20))) & isInWord;
        var word = Vector256.Create(bytes, Vector128<byte>.Zero.WithElement(15, (byte)length));
        Vector256<byte> stem = word;
        if (stemmer is not null && _cache is not null && !_cache.TryGet(word, out int slot, out stem))
        {
            Span<byte> form = stackalloc byte[Vector256<byte>.Count];
            word.CopyTo(form);
            MakeStem(form[..length], stemmer);
            stem = StemCache.Pack(Stem);
            _cache.Add(slot, word, stem);
        }

        tokens.AddShort(word, length, stem, stem[StemCache.MaxLength], start, length);
    }

    /// <summary>Takes the next word; false where folding leaves nothing of it.</summary>
    public bool Set(ReadOnlySpan<char> word)
    {
        bool stemsFolded = stemmer is null || stemmer.TakesFoldedWords;
        if (SimpleFolding.TryFold(word, _exact, out _exactLength)
            && (stemsFolded || SimpleFolding.TryFoldCase(word, _stem, out _stemLength)))
        {
            SetStem(stemsFolded ? Exact : Stem);
            return true;
        }

        ReadOnlySpan<char> lower = _folder.FoldCase(word);
        ReadOnlySpan<char> folded = _folder.FoldDiacritics(lower).Trim('\'');
        _exactLength = Encode(folded, ref _exact);
        if (_exactLength == 0)
        {
            return false;
        }

        _stemLength = stemsFolded ? 0 : Encode(lower, ref _stem);
        SetStem(stemsFolded ? Exact : Stem);
        return true;
    }

    /// <summary>The stem of a word that is ready for the stemmer, from the cache or made now.</summary>
    private void SetStem(ReadOnlySpan<byte> word)
    {
        if (stemmer is null || _cache is null)
        {
            CopyStem(word);
            return;
        }

        if (word.Length > StemCache.MaxLength)
        {
            MakeStem(word, stemmer);
            return;
        }

        Vector256<byte> key = StemCache.Pack(word);
        if (_cache.TryGet(key, out int slot, out Vector256<byte> stem))
        {
            _stemLength = stem[StemCache.MaxLength];
            stem.CopyTo(_stem);
            return;
        }

        MakeStem(word, stemmer);
        if (_stemLength <= StemCache.MaxLength)
        {
            _cache.Add(slot, key, StemCache.Pack(Stem));
        }
    }

    private void CopyStem(ReadOnlySpan<byte> stem)
    {
        if (stem.Length > _stem.Length)
        {
            _stem = new byte[stem.Length];
        }

        stem.CopyTo(_stem);
        _stemLength = stem.Length;
    }

    private void MakeStem(ReadOnlySpan<byte> word, Stemmer stemmer)
    {
        if (_work.Length < (word.Length * 2) + Stemmer.SpareRoom)
        {
            _work = new char[(word.Length * 2) + Stemmer.SpareRoom];
        }

        _ = Utf8.ToUtf16(word, _work, out _, out int length);
        length = stemmer.Stem(_work, length);
        ReadOnlySpan<char> folded = _folder.FoldDiacritics(_work.AsSpan(0, length));
        _stemLength = Encode(folded, ref _stem);
        if (_stemLength == 0)
        {
            CopyStem(Exact);
        }
    }

    private static int Encode(ReadOnlySpan<char> text, ref byte[] buffer)
    {
        if (buffer.Length < text.Length * 3)
        {
            buffer = new byte[text.Length * 3];
        }

        _ = Utf8.FromUtf16(text, buffer, out _, out int length);
        return length;
    }
}
