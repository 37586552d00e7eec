namespace Search.Corpus.Paragraphs;

/// <summary>Decides kinds by the text where the format does not mark them.</summary>
internal static class KindGuesser
{
    private const int LongestHeading = 110;

    /// <summary>Decides for every block whose kind is a guess.</summary>
    public static void Decide(List<Block> blocks)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (block.Kind == ParagraphKind.Paragraph && IsOther(block.Text))
            {
                block.Kind = ParagraphKind.Other;
            }
            else if (block.IsGuess && block.Kind == ParagraphKind.Paragraph && IsHeading(blocks, i))
            {
                block.Kind = ParagraphKind.Heading;
                block.Level = Prose.IsCapitals(block.Text) ? 1 : 2;
            }
        }
    }

    private static bool IsOther(string text) =>
        Prose.IsDateLine(text) || Prose.IsSalutation(text) || Prose.IsFurniture(text);

    private static bool IsHeading(List<Block> blocks, int i)
    {
        string text = blocks[i].Text;
        if (text.Length > LongestHeading || Prose.EndsSentence(text) || text[^1] == ',' || Prose.StartsLower(text))
        {
            return false;
        }

        bool isBare = text.Any(char.IsLetter) && char.IsLetterOrDigit(text.TrimStart('(', '“', '"', '«')[0]);
        return isBare && HasTextBelow(blocks, i);
    }

    // A heading stands over something: over longer text, perhaps with further headings between.
    private static bool HasTextBelow(List<Block> blocks, int i)
    {
        for (int next = i + 1; next < blocks.Count && next <= i + 3; next++)
        {
            string text = blocks[next].Text;
            if (Prose.HasWords(text, 12) || blocks[next].Kind == ParagraphKind.Item
                || Prose.EndsSentence(text) && Prose.HasWords(text, 5))
            {
                return true;
            }

            if (blocks[next].Kind is ParagraphKind.Footnote or ParagraphKind.Table)
            {
                return false;
            }
        }

        return false;
    }
}
