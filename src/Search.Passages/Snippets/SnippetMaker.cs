namespace Search.Passages.Snippets;

/// <summary>
/// Chooses what of a long paragraph is shown: whole sentences that hold what matched, those with the most of it first.
/// A match is shown whole or not at all, and one that goes over the end of a sentence takes both sentences with it.
/// </summary>
internal static class SnippetMaker
{
    /// <summary>Longest text that is shown whole, in UTF-16 code units.</summary>
    public const int WholeLength = 1_100;

    /// <summary>Length that sentences are added up to.</summary>
    public const int MostLength = 900;

    private const int LeadLength = 600;

    /// <summary>Chooses.</summary>
    /// <param name="text">The text of the paragraph.</param>
    /// <param name="marks">What matched in it, sorted by start.</param>
    /// <returns>
    /// Stretches in order, none touching another, without blanks at their ends; the whole text where it is short, and
    /// its first sentences where nothing matched.
    /// </returns>
    public static IReadOnlyList<TextStretch> Make(string text, IReadOnlyList<TextStretch> marks)
    {
        if (text.Length <= WholeLength)
        {
            return [new TextStretch(0, text.Length)];
        }

        List<TextStretch> pieces = TextPieces.Of(text);
        bool[] isShown = new bool[pieces.Count];
        int length = 0;
        foreach ((int first, int last) in Blocks(pieces, marks))
        {
            int more = pieces[last].End - pieces[first].Start;
            if (length == 0 || length + more <= MostLength)
            {
                length += more;
                isShown.AsSpan(first..(last + 1)).Fill(true);
            }
        }

        Lengthen(pieces, isShown, length);
        return Joined(text, pieces, isShown);
    }

    /// <summary>Pieces that marks hold together, first and last; those with the most marks first.</summary>
    private static IEnumerable<(int First, int Last)> Blocks(List<TextStretch> pieces, IReadOnlyList<TextStretch> marks)
    {
        List<(int First, int Last, int Marks)> blocks = [];
        foreach (TextStretch mark in marks)
        {
            int first = pieces.FindIndex(piece => piece.End > mark.Start);
            int last = pieces.FindIndex(piece => piece.End >= mark.End);
            if (blocks.Count > 0 && first <= blocks[^1].Last)
            {
                blocks[^1] = (blocks[^1].First, Math.Max(last, blocks[^1].Last), blocks[^1].Marks + 1);
            }
            else
            {
                blocks.Add((first, last, 1));
            }
        }

        return blocks.OrderByDescending(block => block.Marks).ThenBy(block => block.First)
            .Select(block => (block.First, block.Last));
    }

    /// <summary>Adds what follows, so that a short sentence does not stand alone.</summary>
    private static void Lengthen(List<TextStretch> pieces, bool[] isShown, int length)
    {
        int next = Math.Max(0, Array.IndexOf(isShown, true));
        for (; next < pieces.Count && (length == 0 || length + pieces[next].Length <= LeadLength); next++)
        {
            length += isShown[next] ? 0 : pieces[next].Length;
            isShown[next] = true;
        }
    }

    private static List<TextStretch> Joined(string text, List<TextStretch> pieces, bool[] isShown)
    {
        List<TextStretch> stretches = [];
        for (int i = 0; i < pieces.Count; i++)
        {
            if (isShown[i] && i > 0 && isShown[i - 1])
            {
                stretches[^1] = stretches[^1] with { End = pieces[i].End };
            }
            else if (isShown[i])
            {
                stretches.Add(pieces[i]);
            }
        }

        return stretches.ConvertAll(stretch => new TextStretch(
            stretch.Start, stretch.Start + text.AsSpan(stretch.Start, stretch.Length).TrimEnd().Length));
    }
}
