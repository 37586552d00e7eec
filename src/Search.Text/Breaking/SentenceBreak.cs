namespace Search.Text.Breaking;

/// <summary>Values of Sentence_Break (UAX #29, table 4), in the order of <c>SentenceBreak.Table.cs</c>.</summary>
internal enum SentenceBreak : byte
{
    Other,
    CarriageReturn,
    LineFeed,
    Separator,
    Extend,
    Format,
    Blank,
    Lower,
    Upper,
    OtherLetter,
    Numeric,
    FullStop,
    Continue,
    Terminator,
    Close,
}
