using System.Text.Unicode;
using Search.Text.Folding;
using Search.Text.Stemming;

namespace Search.Text.Analysis;

/// <summary>
/// Makes the exact and the stemmed form of one word at a time, in buffers that are reused: the forms are valid until
/// the next word. Words of ASCII, and of Latin letters that fold to ASCII one by one, take a short way.
/// </summary>
internal sealed class WordForms(Stemmer? stemmer)
{
    private readonly WordFolder _folder = new();
    private readonly StemCache _cache = new();
    private readonly byte[] _key = new byte[StemCache.KeyLength];
    private byte[] _exact = new byte[1024];
    private byte[] _stem = new byte[1024];
    private char[] _work = new char[1024];
    private int _exactLength;
    private int _stemLength;

    /// <summary>The exact form, UTF-8.</summary>
    public ReadOnlySpan<byte> Exact => _exact.AsSpan(0, _exactLength);

    /// <summary>The stemmed form, UTF-8.</summary>
    public ReadOnlySpan<byte> Stem => _stem.AsSpan(0, _stemLength);

    /// <summary>Takes the next word; false where folding leaves nothing of it.</summary>
    public bool Set(ReadOnlySpan<char> word)
    {
        if (LatinFolding.TryFold(word, _exact, out _exactLength)
            && (stemmer is null || stemmer.TakesFoldedWords || LatinFolding.IsAscii(word)))
        {
            SetStemOfExact();
            return true;
        }

        ReadOnlySpan<char> lower = _folder.FoldCase(word);
        ReadOnlySpan<char> folded = _folder.FoldDiacritics(lower).Trim('\'');
        _exactLength = Encode(folded, ref _exact);
        if (_exactLength == 0)
        {
            return false;
        }

        if (stemmer is null || stemmer.TakesFoldedWords)
        {
            SetStemOfExact();
        }
        else
        {
            _stemLength = Encode(lower, ref _stem);
            SetStem(_stem.AsSpan(0, _stemLength));
        }

        return true;
    }

    private void SetStemOfExact() => SetStem(Exact);

    /// <summary>The stem of a word that is ready for the stemmer, from the cache or made now.</summary>
    private void SetStem(ReadOnlySpan<byte> word)
    {
        if (stemmer is null)
        {
            CopyStem(word);
            return;
        }

        if (word.Length > StemCache.MaxLength)
        {
            MakeStem(word, stemmer);
            return;
        }

        Span<byte> key = _key;
        key.Clear();
        word.CopyTo(key);
        key[^1] = (byte)word.Length;
        if (_cache.TryGet(key, out int slot, out ReadOnlySpan<byte> stem))
        {
            CopyStem(stem);
        }
        else
        {
            MakeStem(word, stemmer);
            _cache.Add(slot, key, Stem);
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
