namespace Search.Engine.Segments.Files;

/// <summary>What a section of a segment file holds. The numbers are on disk and never change their meaning.</summary>
internal enum SectionKind : ushort
{
    /// <summary>Sums over an inverted field.</summary>
    Statistics = 1,

    /// <summary>Blocks of front-coded terms of an inverted field.</summary>
    Terms = 2,

    /// <summary>Where the blocks of terms lie, and what each begins with.</summary>
    TermIndex = 3,

    /// <summary>Doc ids and frequencies of an inverted field.</summary>
    Postings = 4,

    /// <summary>Positions of an inverted field.</summary>
    Positions = 5,

    /// <summary>One byte a document: the length of an inverted field.</summary>
    Norms = 6,

    /// <summary>Ordinals of a keyword field by document.</summary>
    KeywordColumn = 7,

    /// <summary>Intervals by document.</summary>
    IntervalColumn = 8,

    /// <summary>Compressed blocks of stored values.</summary>
    Documents = 9,

    /// <summary>Where the blocks of stored values lie.</summary>
    DocumentIndex = 10,

    /// <summary>The letters of every term of a text field's exact form.</summary>
    TermLetters = 11,

    /// <summary>Which pairs of neighbouring words have lists, and where they lie.</summary>
    Pairs = 12,

    /// <summary>Doc ids and frequencies of pairs of neighbouring words.</summary>
    PairPostings = 13,
}
