using Search.Text.Breaking;
using Search.Text.Normalizing;
using Search.Text.Tables;

namespace Search.Text.Folding;

/// <summary>
/// Folds words, in two steps that can be had apart since stemmers work between them. Its buffers are reused: what a
/// method returns is valid until the next call of the same method. Not safe for several threads.
/// <para>Step one, <see cref="FoldCase"/>: NFKC_Casefold (case, compatibility forms such as full width, ligatures and
/// superscripts; soft hyphens, joiners, bidi marks, variation selectors and other ignorable characters dropped),
/// apostrophes as <c>'</c>, blanks inside compatibility forms dropped, composed (NFC).</para>
/// <para>Step two, <see cref="FoldDiacritics"/>: marks dropped from Latin, Greek, Cyrillic, Arabic (tashkeel), Hebrew
/// (points) and Syriac letters, together with tatweel and modifier letters that are diacritics; Latin letters with a
/// stroke, hook or the like as the plain letter; æ œ þ ð ı ŋ and their like spelt out; decimal digits of every script
/// as 0 to 9; alef maksura as yeh, teh marbuta as heh, hamza carriers as their carrier. Kept whole: й ї ў ѓ ќ, which
/// are letters of their own (ё is folded to е, which Russian itself allows), voiced kana, and the vowel signs of
/// scripts where a mark is half of the word (Devanagari, Thai and others).</para>
/// <para>Folding twice gives what folding once gives.</para>
/// </summary>
internal sealed class WordFolder
{
    private static readonly CodePointMap Cases = new(CaseFoldingTable.Numbers);
    private static readonly CodePointMap Diacritics = new(DiacriticFoldingTable.Numbers);
    private readonly CodePointBuffer _normalized = new();
    private char[] _caseFolded = new char[64];
    private char[] _folded = new char[64];

    /// <summary>Step one.</summary>
    public ReadOnlySpan<char> FoldCase(ReadOnlySpan<char> text)
    {
        int length = Map(Cases, text, ref _caseFolded);
        return Compose(ref _caseFolded, length);
    }

    /// <summary>Step two, of what step one gave or a stemmer made of that.</summary>
    public ReadOnlySpan<char> FoldDiacritics(ReadOnlySpan<char> text)
    {
        int length = Map(Diacritics, text, ref _folded);
        return Compose(ref _folded, length);
    }

    private ReadOnlySpan<char> Compose(ref char[] buffer, int length)
    {
        if (!NormalizationProperties.IsPlainlyComposed(buffer.AsSpan(0, length)))
        {
            _normalized.SetDecomposed(buffer.AsSpan(0, length));
            _normalized.Compose();
            length = _normalized.CopyTo(ref buffer);
        }

        return buffer.AsSpan(0, length);
    }

    private static int Map(CodePointMap map, ReadOnlySpan<char> text, ref char[] buffer)
    {
        int length = 0;
        for (int i = 0; i < text.Length;)
        {
            int codePoint = CodePoint.At(text, i, out int consumed);
            i += consumed;
            if (map.TryOne(codePoint, out int target))
            {
                length = Append(ref buffer, length, target);
                continue;
            }

            foreach (int part in map.Several(codePoint))
            {
                length = Append(ref buffer, length, part);
            }
        }

        return length;
    }

    private static int Append(ref char[] buffer, int length, int codePoint)
    {
        if (length + 2 > buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        if (codePoint < 0x10000)
        {
            buffer[length] = (char)codePoint;
            return length + 1;
        }

        buffer[length] = (char)(0xD7C0 + (codePoint >> 10));
        buffer[length + 1] = (char)(0xDC00 + (codePoint & 0x3FF));
        return length + 2;
    }
}
