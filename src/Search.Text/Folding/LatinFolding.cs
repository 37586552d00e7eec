namespace Search.Text.Folding;

/// <summary>
/// The short way of folding: words of characters below U+0180 and the apostrophe ’, each of which folds to one or two
/// ASCII characters by itself. Gives what <see cref="WordFolder"/> gives, straight to UTF-8.
/// </summary>
internal static class LatinFolding
{
    private const int Limit = 0x180;

    /// <summary>Per character: the ASCII character, a second one &lt;&lt; 8, or 0 where the long way must be taken.</summary>
    private static readonly ushort[] Folded = MakeFolded();

    /// <summary>Whether every character is ASCII.</summary>
    public static bool IsAscii(ReadOnlySpan<char> word) => System.Text.Ascii.IsValid(word);

    /// <summary>Folds a word; false, with nothing said of the output, where it takes the long way.</summary>
    /// <param name="word">The word.</param>
    /// <param name="output">Room for two bytes a code unit.</param>
    /// <param name="length">Bytes written.</param>
    public static bool TryFold(ReadOnlySpan<char> word, Span<byte> output, out int length)
    {
        length = 0;
        ushort[] folded = Folded;
        foreach (char character in word)
        {
            int entry = character < folded.Length ? folded[character] : character == '\u2019' ? '\'' : 0;
            if (entry == 0)
            {
                return false;
            }

            output[length++] = (byte)(entry & 0xFF);
            if (entry > 0xFF)
            {
                output[length++] = (byte)(entry >> 8);
            }
        }

        return true;
    }

    private static ushort[] MakeFolded()
    {
        WordFolder folder = new();
        ushort[] folded = new ushort[Limit];
        for (int i = 0; i < Limit; i++)
        {
            ReadOnlySpan<char> form = folder.FoldDiacritics(folder.FoldCase([(char)i]));
            if (form.Length is 1 or 2 && form.IndexOfAnyExceptInRange('\x01', '\x7F') < 0 && form[0] != '\'')
            {
                folded[i] = (ushort)(form[0] | (form.Length == 2 ? form[1] << 8 : 0));
            }
        }

        folded['\''] = '\'';
        return folded;
    }
}
