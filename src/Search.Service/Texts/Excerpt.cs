namespace Search.Service.Texts;

/// <summary>Chooses what of a long paragraph is shown in a list: its marks with what stands around them.</summary>
internal static class Excerpt
{
    /// <summary>Longest text that is shown whole, in UTF-16 code units.</summary>
    public const int WholeLength = 1_100;

    private const int Around = 180;
    private const int MostLength = 900;
    private const int LeadLength = 600;

    /// <summary>Chooses the windows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marks">Its marks, sorted and apart.</param>
    /// <returns>Sorted and apart; the whole text where it is short. No window cuts a word or a mark.</returns>
    public static List<TextRange> Windows(string text, IReadOnlyList<TextRange> marks)
    {
        if (text.Length <= WholeLength)
        {
            return [new TextRange(0, text.Length)];
        }

        List<TextRange> windows = [];
        int total = 0;
        foreach (TextRange mark in marks)
        {
            int start = WordStart(text, mark.Start - Around);
            int end = WordEnd(text, mark.End + Around);
            if (windows.Count > 0 && start <= windows[^1].End)
            {
                total += end - windows[^1].End;
                windows[^1] = new TextRange(windows[^1].Start, Math.Max(end, windows[^1].End));
            }
            else if (total < MostLength)
            {
                total += end - start;
                windows.Add(new TextRange(start, end));
            }
            else
            {
                break;
            }
        }

        return windows.Count > 0 ? windows : [new TextRange(0, WordEnd(text, LeadLength))];
    }

    private static int WordStart(string text, int at)
    {
        if (at <= 0)
        {
            return 0;
        }

        int blank = text.LastIndexOf(' ', at);
        return blank < 0 ? 0 : blank + 1;
    }

    private static int WordEnd(string text, int at)
    {
        if (at >= text.Length)
        {
            return text.Length;
        }

        int blank = text.IndexOf(' ', at);
        return blank < 0 ? text.Length : blank;
    }
}
