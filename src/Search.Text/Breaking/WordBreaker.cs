using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Search.Text.Tables;

namespace Search.Text.Breaking;

/// <summary>
/// Cuts a text into segments by the word boundaries of UAX #29 (Unicode 15.0, rules WB1 to WB999, not tailored):
/// <code>
/// WordBreaker breaker = new(text);
/// while (breaker.MoveNext()) { ... text[breaker.Start..breaker.End] ... }
/// </code>
/// The segments cover the text without gap. A segment is a word where it holds a letter, a digit, an ideograph or a
/// kana; blanks, punctuation, symbols and emoji are none. The text is read once from left to right; runs of ASCII
/// letters and digits, most of most texts, are skipped without a look at the rules.
/// </summary>
public ref struct WordBreaker
{
    private const int Extender = 1;
    private const int WordFlag = 0x40;
    private const int PictographFlag = 0x20;
    private const int BreakMask = 0x1F;
    private static readonly CodePointTrie Properties = new(WordBreakTable.Numbers);

    /// <summary>1 for ASCII letters and digits, 2 for what ends a word before it whatever follows, 0 for the
    /// rest.</summary>
    private static readonly byte[] Ascii = MakeAscii();

    private readonly ReadOnlySpan<char> _text;

    /// <param name="text">Any UTF-16 text; a lone surrogate is a segment of its own.</param>
    public WordBreaker(ReadOnlySpan<char> text)
    {
        _text = text;
        Start = 0;
        End = 0;
        IsWord = false;
        IsAscii = false;
    }

    /// <summary>Offset of the segment's first code unit.</summary>
    public int Start { get; private set; }

    /// <summary>Offset behind the segment's last code unit.</summary>
    public int End { get; private set; }

    /// <summary>Whether the segment is a word.</summary>
    public bool IsWord { get; private set; }

    /// <summary>Whether the segment is surely nothing but ASCII letters and digits.</summary>
    internal bool IsAscii { get; private set; }

    /// <summary>Goes to the next segment; false at the end of the text.</summary>
    public bool MoveNext()
    {
        Start = End;
        if (Start >= _text.Length)
        {
            return false;
        }

        IsAscii = TryAsciiWord();
        if (!IsAscii)
        {
            FindEnd();
        }

        return true;
    }

    /// <summary>Goes to the next segment that is a word; false where none follows.</summary>
    public bool MoveToNextWord()
    {
        ReadOnlySpan<char> text = _text;
        byte[] ascii = Ascii;
        while (true)
        {
            int offset = End;
            while (offset < text.Length && text[offset] < 128 && ascii[text[offset]] == 2
                && (offset + 1 == text.Length || text[offset + 1] < 128))
            {
                offset++;
            }

            End = offset;
            if (!MoveNext())
            {
                return false;
            }

            if (IsWord)
            {
                return true;
            }
        }
    }

    private static byte[] MakeAscii()
    {
        byte[] classes = new byte[128];
        for (int i = 0; i < 128; i++)
        {
            classes[i] = (WordBreak)(Properties[i] & BreakMask) switch
            {
                WordBreak.Letter or WordBreak.Numeric => 1,
                WordBreak.Other or WordBreak.Blank or WordBreak.CarriageReturn or WordBreak.LineFeed
                    or WordBreak.Newline => 2,
                _ => 0,
            };
        }

        return classes;
    }

    /// <summary>A run of ASCII letters and digits with a plain end: the text's, or ASCII that joins nothing.</summary>
    private bool TryAsciiWord()
    {
        ReadOnlySpan<char> text = _text;
        byte[] ascii = Ascii;
        int offset = Start + LeadingLettersAndDigits(text[Start..]);
        while (offset < text.Length && text[offset] < 128 && ascii[text[offset]] == 1)
        {
            offset++;
        }

        if (offset == Start || (offset < text.Length && !EndsWord(text, offset)))
        {
            return false;
        }

        End = offset;
        IsWord = true;
        return true;
    }

    /// <summary>How many of the next 16 code units are ASCII letters and digits; 0 near the text's end.</summary>
    private static int LeadingLettersAndDigits(ReadOnlySpan<char> text)
    {
        if (text.Length < Vector128<byte>.Count)
        {
            return 0;
        }

        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(text);
        Vector128<byte> bytes = Vector128.NarrowWithSaturation(
            Vector128.Create(units), Vector128.Create(units[Vector128<ushort>.Count..]));
        Vector128<byte> letter = (bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a');
        Vector128<byte> digit = bytes - Vector128.Create((byte)'0');
        Vector128<byte> isWord = Vector128.LessThan(letter, Vector128.Create((byte)26))
            | Vector128.LessThan(digit, Vector128.Create((byte)10));
        return BitOperations.TrailingZeroCount(~isWord.ExtractMostSignificantBits());
    }

    /// <summary>
    /// Whether a word of ASCII letters and digits ends before the code unit at <paramref name="offset"/>: it does at
    /// ASCII that joins nothing, and at a full stop, comma or quote that an ASCII character other than a letter,
    /// digit or quote follows.
    /// </summary>
    private static bool EndsWord(ReadOnlySpan<char> text, int offset)
    {
        char next = text[offset];
        if (next >= 128)
        {
            return false;
        }

        return Ascii[next] == 2
            || (next != '_' && (offset + 1 == text.Length || (text[offset + 1] < 128 && Ascii[text[offset + 1]] == 2)));
    }

    private int Property(int offset, out int length) => Properties[CodePoint.At(_text, offset, out length)];

    /// <summary>The rules. The state is the last two properties that WB4 leaves to be seen.</summary>
    private void FindEnd()
    {
        int property = Property(Start, out int length);
        IsWord = (property & WordFlag) != 0;
        WordBreak before = WordBreak.Other;
        var last = (WordBreak)(property & BreakMask);
        bool afterJoiner = last == WordBreak.ZeroWidthJoiner;
        int indicators = last == WordBreak.RegionalIndicator ? 1 : 0;
        int offset = Start + length;
        bool plainBlank = last == WordBreak.Blank;
        while (offset < _text.Length)
        {
            property = Property(offset, out length);
            var next = (WordBreak)(property & BreakMask);
            bool joinedPictograph = afterJoiner && (property & PictographFlag) != 0;
            if (IsExtender(next))
            {
                if (IsHardBreak(last))
                {
                    break;
                }

                plainBlank = false;
            }
            else if (!joinedPictograph && !(plainBlank && next == WordBreak.Blank))
            {
                if (!Joins(before, last, next, offset + length, indicators))
                {
                    break;
                }
            }

            if (!IsExtender(next))
            {
                before = last;
                last = next;
                plainBlank = next == WordBreak.Blank;
                indicators = next == WordBreak.RegionalIndicator ? indicators + Extender : 0;
                IsWord |= (property & WordFlag) != 0;
            }

            afterJoiner = next == WordBreak.ZeroWidthJoiner;
            offset += length;
        }

        End = offset;
    }

    private static bool IsExtender(WordBreak value) =>
        value is WordBreak.Extend or WordBreak.Format or WordBreak.ZeroWidthJoiner;

    private static bool IsHardBreak(WordBreak value) =>
        value is WordBreak.CarriageReturn or WordBreak.LineFeed or WordBreak.Newline;

    private static bool IsLetter(WordBreak value) => value is WordBreak.Letter or WordBreak.HebrewLetter;

    private static bool IsMidLetter(WordBreak value) =>
        value is WordBreak.MidLetter or WordBreak.MidNumLet or WordBreak.SingleQuote;

    private static bool IsMidNumber(WordBreak value) =>
        value is WordBreak.MidNum or WordBreak.MidNumLet or WordBreak.SingleQuote;

    /// <summary>WB3 and WB5 to WB16, between two properties that WB4 leaves; <paramref name="after"/> lies
    /// behind.</summary>
    private readonly bool Joins(WordBreak before, WordBreak last, WordBreak next, int after, int indicators)
    {
        switch (last)
        {
            case WordBreak.CarriageReturn:
                return next == WordBreak.LineFeed;
            case WordBreak.Letter or WordBreak.HebrewLetter:
                return IsLetter(next) || next is WordBreak.Numeric or WordBreak.ExtendNumLet
                    || JoinsLetterToQuote(last, next, after);
            case WordBreak.Numeric:
                return IsLetter(next) || next is WordBreak.Numeric or WordBreak.ExtendNumLet
                    || (IsMidNumber(next) && Following(after) == WordBreak.Numeric);
            case WordBreak.Katakana:
                return next is WordBreak.Katakana or WordBreak.ExtendNumLet;
            case WordBreak.ExtendNumLet:
                return IsLetter(next) || next is WordBreak.Numeric or WordBreak.Katakana or WordBreak.ExtendNumLet;
            case WordBreak.DoubleQuote:
                return before == WordBreak.HebrewLetter && next == WordBreak.HebrewLetter;
            case WordBreak.RegionalIndicator:
                return next == WordBreak.RegionalIndicator && (indicators & 1) == 1;
            default:
                return (IsMidLetter(last) && IsLetter(before) && IsLetter(next))
                    || (IsMidNumber(last) && before == WordBreak.Numeric && next == WordBreak.Numeric);
        }
    }

    private readonly bool JoinsLetterToQuote(WordBreak last, WordBreak next, int after)
    {
        if (last == WordBreak.HebrewLetter && next == WordBreak.SingleQuote)
        {
            return true;
        }

        if (last == WordBreak.HebrewLetter && next == WordBreak.DoubleQuote)
        {
            return Following(after) == WordBreak.HebrewLetter;
        }

        return IsMidLetter(next) && IsLetter(Following(after));
    }

    /// <summary>The first property from an offset on that WB4 leaves; Other at the end of the text.</summary>
    private readonly WordBreak Following(int offset)
    {
        while (offset < _text.Length)
        {
            var value = (WordBreak)(Properties[CodePoint.At(_text, offset, out int length)] & BreakMask);
            if (!IsExtender(value))
            {
                return value;
            }

            offset += length;
        }

        return WordBreak.Other;
    }
}
