namespace Search.Text.Folding;

/// <summary>
/// The short way of folding: words of Latin, Greek and Cyrillic letters below U+0530, ASCII digits and apostrophes,
/// each of which folds by itself to one character or to two of ASCII. Gives what <see cref="WordFolder"/> gives,
/// straight to UTF-8.
/// </summary>
internal static class SimpleFolding
{
    private const int Limit = 0x530;
    private const char Apostrophe = '\u2019';

    /// <summary>Per character: the folded character, a second one &lt;&lt; 16, or 0 where the long way must be
    /// taken.</summary>
    private static readonly uint[] FoldedTable = MakeTable(withDiacritics: false);

    private static readonly uint[] CaseFoldedTable = MakeTable(withDiacritics: true);

    /// <summary>Whether every character is ASCII.</summary>
    public static bool IsAscii(ReadOnlySpan<char> word) => System.Text.Ascii.IsValid(word);

    /// <summary>Folds case and diacritics; false, with nothing said of the output, where it takes the long
    /// way.</summary>
    /// <param name="word">The word; an apostrophe at its edge takes the long way.</param>
    /// <param name="output">Room for two bytes a code unit.</param>
    /// <param name="length">Bytes written.</param>
    public static bool TryFold(ReadOnlySpan<char> word, Span<byte> output, out int length) =>
        TryMap(FoldedTable, word, output, out length);

    /// <summary>Folds case only, as <see cref="WordFolder.FoldCase"/> does.</summary>
    /// <inheritdoc cref="TryFold"/>
    public static bool TryFoldCase(ReadOnlySpan<char> word, Span<byte> output, out int length) =>
        TryMap(CaseFoldedTable, word, output, out length);

    private static bool TryMap(uint[] table, ReadOnlySpan<char> word, Span<byte> output, out int length)
    {
        length = 0;
        foreach (char character in word)
        {
            uint entry = character < table.Length ? table[character] : character == Apostrophe ? '\'' : 0u;
            if (entry < 0x80)
            {
                if (entry == 0)
                {
                    return false;
                }

                output[length++] = (byte)entry;
            }
            else if (entry < 0x10000)
            {
                output[length++] = (byte)(0xC0 | (entry >> 6));
                output[length++] = (byte)(0x80 | (entry & 0x3F));
            }
            else
            {
                output[length++] = (byte)(entry & 0x7F);
                output[length++] = (byte)(entry >> 16);
            }
        }

        return length > 0 && output[0] != '\'' && output[length - 1] != '\'';
    }

    private static uint[] MakeTable(bool withDiacritics)
    {
        WordFolder folder = new();
        uint[] table = new uint[Limit];
        for (int i = 1; i < Limit; i++)
        {
            if (!char.IsAsciiLetterOrDigit((char)i) && i < 0xC0 && i is not ('\'' or '_' or '.' or ',' or ':'))
            {
                continue;
            }

            ReadOnlySpan<char> form = folder.FoldCase([(char)i]);
            form = withDiacritics ? form : folder.FoldDiacritics(form);
            if (i is >= 0x300 and < 0x370 || form.Length == 0 || form[0] >= 0x800 || (i != '\'' && form.Contains('\'')))
            {
                continue;
            }

            table[i] = form.Length switch
            {
                1 => form[0],
                2 when form[0] < 0x80 && form[1] < 0x80 => form[0] | ((uint)form[1] << 16),
                _ => 0,
            };
        }

        return table;
    }
}
