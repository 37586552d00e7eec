namespace Search.Corpus.Paragraphs;

/// <summary>Joins a unit that a page, a column or a stray blank line cut in mid-sentence.</summary>
internal static class BlockJoin
{
    /// <summary>
    /// No author writes a longer paragraph; without a bound a file of fragments would be joined in quadratic time.
    /// </summary>
    public const int LongestText = 8000;

    private const int FewestWords = 4;

    /// <summary>True where <paramref name="next"/> goes on from <paramref name="last"/>.</summary>
    /// <param name="last">The unit before.</param>
    /// <param name="next">A paragraph without a list mark.</param>
    /// <param name="isAtBreak">True where a page or column ends between them: then a capital may follow too.</param>
    public static bool IsCut(Block last, Block next, bool isAtBreak)
    {
        bool isText = last.Kind is ParagraphKind.Paragraph or ParagraphKind.Item && last.Text.Length < LongestText;
        if (!isText || Prose.EndsSentence(last.Text))
        {
            return false;
        }

        int words = Prose.CountWords(last.Text);
        if (Prose.StartsLower(next.Text) || Prose.Dangles(last.Text))
        {
            return words >= FewestWords && !Prose.IsCapitals(last.Text);
        }

        return isAtBreak && words >= 8 && !Prose.IsCapitals(next.Text) && Prose.EndsSentence(next.Text);
    }

    /// <summary>Adds <paramref name="next"/> to <paramref name="last"/>.</summary>
    public static void Append(Block last, Block next, HyphenVocabulary? vocabulary)
    {
        LineJoiner joiner = new(vocabulary);
        joiner.Add(last.Text);
        joiner.Add(next.Text);
        last.Text = joiner.ToString();
        last.End = Math.Max(last.End, next.End);
        last.Lines += next.Lines;
    }
}
