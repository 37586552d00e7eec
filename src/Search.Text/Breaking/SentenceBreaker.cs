using Search.Text.Tables;

namespace Search.Text.Breaking;

/// <summary>
/// Cuts a text into sentences by UAX #29 (Unicode 15.0, rules SB1 to SB998) and, if asked to, does not cut behind
/// abbreviations (<see cref="Abbreviations"/>). The sentences cover the text without gap; blanks belong to the
/// sentence before them.
/// <code>
/// SentenceBreaker breaker = new(text, joinsAbbreviations: true);
/// while (breaker.MoveNext()) { ... text[breaker.Start..breaker.End] ... }
/// </code>
/// </summary>
public ref struct SentenceBreaker
{
    private static readonly CodePointTrie Properties = new(SentenceBreakTable.Numbers);

    private readonly ReadOnlySpan<char> _text;
    private readonly bool _joinsAbbreviations;

    // What has been read of the sentence, as far as the rules ask: the last property that SB5 leaves, and, where that
    // is part of "terminator Close* Sp*", the terminator, its offset, the property before it, and what came since.
    private SentenceBreak _last;
    private SentenceBreak _terminator;
    private SentenceBreak _beforeTerminator;
    private int _terminatorOffset;
    private bool _hasClose;
    private bool _hasBlank;

    /// <param name="text">Any UTF-16 text.</param>
    /// <param name="joinsAbbreviations">Whether a full stop behind an abbreviation ends no sentence.</param>
    public SentenceBreaker(ReadOnlySpan<char> text, bool joinsAbbreviations)
    {
        _text = text;
        _joinsAbbreviations = joinsAbbreviations;
        Start = 0;
        End = 0;
        _last = SentenceBreak.Other;
        _terminator = SentenceBreak.Other;
        _beforeTerminator = SentenceBreak.Other;
        _terminatorOffset = 0;
        _hasClose = false;
        _hasBlank = false;
    }

    /// <summary>Offset of the sentence's first code unit.</summary>
    public int Start { get; private set; }

    /// <summary>Offset behind the sentence's last code unit.</summary>
    public int End { get; private set; }

    /// <summary>Goes to the next sentence; false at the end of the text.</summary>
    public bool MoveNext()
    {
        Start = End;
        if (Start >= _text.Length)
        {
            return false;
        }

        _last = Property(Start, out int length);
        _terminator = SentenceBreak.Other;
        Note(_last, SentenceBreak.Other, Start);
        int offset = Start + length;
        while (offset < _text.Length)
        {
            SentenceBreak next = Property(offset, out length);
            if (IsParagraphEnd(_last) ? !(_last == SentenceBreak.CarriageReturn && next == SentenceBreak.LineFeed)
                : !IsExtender(next) && BreaksBefore(next, offset))
            {
                break;
            }

            if (!IsExtender(next))
            {
                Note(next, _last, offset);
                _last = next;
            }

            offset += length;
        }

        End = offset;
        return true;
    }

    private static bool IsExtender(SentenceBreak value) => value is SentenceBreak.Extend or SentenceBreak.Format;

    private static bool IsParagraphEnd(SentenceBreak value) =>
        value is SentenceBreak.CarriageReturn or SentenceBreak.LineFeed or SentenceBreak.Separator;

    private static bool IsTerminator(SentenceBreak value) =>
        value is SentenceBreak.FullStop or SentenceBreak.Terminator;

    private readonly SentenceBreak Property(int offset, out int length) =>
        (SentenceBreak)Properties[CodePoint.At(_text, offset, out length)];

    /// <summary>Keeps account of "terminator Close* Sp*".</summary>
    private void Note(SentenceBreak value, SentenceBreak before, int offset)
    {
        if (IsTerminator(value))
        {
            _terminator = value;
            _beforeTerminator = before;
            _terminatorOffset = offset;
            _hasClose = false;
            _hasBlank = false;
        }
        else if (value == SentenceBreak.Close && !_hasBlank)
        {
            _hasClose = true;
        }
        else if (value == SentenceBreak.Blank)
        {
            _hasBlank = true;
        }
        else if (!IsParagraphEnd(value))
        {
            _terminator = SentenceBreak.Other;
        }
    }

    /// <summary>SB6 to SB11, before a property that SB5 leaves.</summary>
    private readonly bool BreaksBefore(SentenceBreak next, int offset)
    {
        if (_terminator == SentenceBreak.Other || IsTerminator(next) || next == SentenceBreak.Continue
            || next == SentenceBreak.Blank || IsParagraphEnd(next) || (next == SentenceBreak.Close && !_hasBlank))
        {
            return false;
        }

        if (_terminator == SentenceBreak.Terminator)
        {
            return true;
        }

        if (!_hasClose && !_hasBlank)
        {
            bool followsLetter = _beforeTerminator is SentenceBreak.Upper or SentenceBreak.Lower;
            if (next == SentenceBreak.Numeric || (followsLetter && next == SentenceBreak.Upper))
            {
                return false;
            }
        }

        return !IsLowerAhead(offset)
            && !(_joinsAbbreviations && Abbreviations.Joins(_text, _terminatorOffset, offset));
    }

    /// <summary>SB8: whether the next letter, before any terminator or paragraph end, is a small one.</summary>
    private readonly bool IsLowerAhead(int offset)
    {
        while (offset < _text.Length)
        {
            SentenceBreak value = Property(offset, out int length);
            if (value is SentenceBreak.OtherLetter or SentenceBreak.Upper or SentenceBreak.Lower
                || IsParagraphEnd(value) || IsTerminator(value))
            {
                return value == SentenceBreak.Lower;
            }

            offset += length;
        }

        return false;
    }
}
