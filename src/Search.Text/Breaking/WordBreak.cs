namespace Search.Text.Breaking;

/// <summary>Values of Word_Break (UAX #29, table 3), in the order of the table <c>WordBreak.Table.cs</c>.</summary>
internal enum WordBreak : byte
{
    Other,
    CarriageReturn,
    LineFeed,
    Newline,
    Extend,
    ZeroWidthJoiner,
    Format,
    RegionalIndicator,
    Katakana,
    HebrewLetter,
    Letter,
    SingleQuote,
    DoubleQuote,
    MidNumLet,
    MidLetter,
    MidNum,
    Numeric,
    ExtendNumLet,
    Blank,
}
