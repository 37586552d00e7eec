namespace Search.Text.Tests.Tables;

/// <summary>Makes every table of <c>src/Search.Text/Tables</c> from the Unicode Character Database.</summary>
internal static class TableGenerator
{
    /// <summary>Values of Word_Break in the order of <c>Search.Text.Breaking.WordBreak</c>.</summary>
    private static readonly string[] WordBreaks =
    [
        "Other", "CR", "LF", "Newline", "Extend", "ZWJ", "Format", "Regional_Indicator", "Katakana", "Hebrew_Letter",
        "ALetter", "Single_Quote", "Double_Quote", "MidNumLet", "MidLetter", "MidNum", "Numeric", "ExtendNumLet",
        "WSegSpace",
    ];

    /// <summary>Values of Sentence_Break in the order of <c>Search.Text.Breaking.SentenceBreak</c>.</summary>
    private static readonly string[] SentenceBreaks =
    [
        "Other", "CR", "LF", "Sep", "Extend", "Format", "Sp", "Lower", "Upper", "OLetter", "Numeric", "ATerm",
        "SContinue", "STerm", "Close",
    ];

    /// <summary>File names and their contents.</summary>
    public static IEnumerable<(string File, string Source)> Generate()
    {
        CharacterDatabase database = CharacterDatabase.Read();
        FoldingRules rules = new(database);
        yield return Table("WordBreak", "Word_Break, 0x20 for pictographs, 0x40 for what makes a segment a word.",
            TableSource.Runs(WordBreak(database)));
        yield return Table("SentenceBreak", "Sentence_Break.",
            TableSource.Runs(Values("auxiliary/SentenceBreakProperty.txt", SentenceBreaks)));
        yield return Table("CaseFolding", "NFKC_Casefold without blanks, with one apostrophe.",
            TableSource.Mappings(rules.CaseFoldings()));
        yield return Table("DiacriticFolding", "Letters without their diacritics.",
            TableSource.Mappings(rules.DiacriticFoldings()));
        yield return Table("CombiningClass", "Canonical_Combining_Class.",
            TableSource.Runs([.. database.CombiningClasses.Select(c => (byte)c)]));
        yield return Table("Decomposition", "Canonical decompositions, one step.",
            TableSource.Mappings(database.Decompositions));
        yield return Table("Composition", "Bit 0: no composition makes this; bit 1: NFC_Quick_Check is not Yes.",
            TableSource.Runs(Composition(database)));
    }

    private static (string File, string Source) Table(string name, string summary, IEnumerable<uint> numbers) =>
        ($"{name}.Table.cs", TableSource.Write(name, summary, numbers));

    private static byte[] WordBreak(CharacterDatabase database)
    {
        byte[] values = Values("auxiliary/WordBreakProperty.txt", WordBreaks);
        foreach ((int codePoint, string value) in UnicodeFiles.Property("emoji/emoji-data.txt"))
        {
            values[codePoint] |= (byte)(value == "Extended_Pictographic" ? 0x20 : 0);
        }

        for (int codePoint = 0; codePoint < values.Length; codePoint++)
        {
            bool isWord = database.Categories[codePoint] is "Lu" or "Ll" or "Lt" or "Lm" or "Lo" or "Nd" or "Nl"
                || WordBreaks[values[codePoint] & 0x1F] is "ALetter" or "Hebrew_Letter" or "Katakana" or "Numeric";
            values[codePoint] |= (byte)(isWord ? 0x40 : 0);
        }

        return values;
    }

    private static byte[] Composition(CharacterDatabase database)
    {
        byte[] values = new byte[CharacterDatabase.Size];
        foreach (int codePoint in database.CompositionExclusions)
        {
            values[codePoint] |= 1;
        }

        foreach (int codePoint in database.ComposeQuickCheck)
        {
            values[codePoint] |= 2;
        }

        return values;
    }

    private static byte[] Values(string file, string[] names)
    {
        byte[] values = new byte[CharacterDatabase.Size];
        foreach ((int codePoint, string value) in UnicodeFiles.Property(file))
        {
            values[codePoint] = (byte)Array.IndexOf(names, value);
        }

        return values;
    }
}
