namespace Search.Engine.Segments.Terms;

/// <summary>
/// The letters of a term as 32 bits. One code point more or less, wherever it stands, sets or clears one bit at most:
/// so a term within n edits of a word has no more than n bits that the word lacks, and lacks no more than n of the
/// word's; and a term that fits a wildcard has all bits of its letters. Order does not count.
/// </summary>
internal static class TermLetters
{
    /// <summary>Bits from here on are for second occurrences of letters, and for all that is no letter.</summary>
    private const int Others = 23;

    /// <summary>Bits of what has none of its own: as many as are left.</summary>
    private const int OtherCount = 32 - Others;

    /// <summary>The bit that each of a to z sets when it first occurs; the rare j, q, x and z share one.</summary>
    private static ReadOnlySpan<byte> First =>
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 22, 9, 10, 11, 12, 13, 14, 22, 15, 16, 17, 18, 19, 20, 22, 21, 22];

    /// <summary>
    /// The bit that each sets when it occurs again: the nine commonest have one each, in the order of their frequency
    /// (e, a, i, t, n, o, r, s, l), which the others share.
    /// </summary>
    private static ReadOnlySpan<byte> Second =>
        [24, 31, 23, 24, 23, 26, 27, 28, 25, 30, 31, 31, 24, 27, 28, 27, 28, 29, 30, 26, 23, 24, 25, 26, 27, 28];

    /// <summary>The letters of a term.</summary>
    public static uint Of(ReadOnlySpan<byte> term)
    {
        uint letters = 0;
        uint seen = 0;
        for (int i = 0; i < term.Length;)
        {
            int letter = term[i] - 'a';
            if (letter is >= 0 and < 26)
            {
                uint bit = 1u << letter;
                letters |= 1u << ((seen & bit) == 0 ? First[letter] : Second[letter]);
                seen |= bit;
                i++;
                continue;
            }

            int codePoint = CodePoints.Decode(term[i..], out int length);
            letters |= 1u << (codePoint < 0x80 ? Others + (codePoint % OtherCount) : codePoint & 31);
            i += length;
        }

        return letters;
    }
}
