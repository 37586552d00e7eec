using System.Text;

namespace Search.Corpus.Paragraphs;

/// <summary>
/// Running headers, footers and page numbers of plain text: lines that recur, digits aside, at the top or the bottom of
/// pages, and page numbers standing there.
/// </summary>
internal static class RunningLines
{
    private const int EdgeLines = 3;
    private const int LongestHead = 100;
    private const int FewestHeads = 3;

    /// <summary>Marks the lines to drop.</summary>
    /// <param name="text">The text; form feeds divide its pages.</param>
    /// <param name="lines">Its lines.</param>
    public static bool[] Find(string text, List<TextLine> lines)
    {
        bool[] isDropped = new bool[lines.Count];
        List<(int First, int End)> pages = PagesOf(text, lines);
        if (pages.Count < 2)
        {
            return isDropped;
        }

        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        List<(int Line, string Key)> edges = [];
        HashSet<string> onPage = new(StringComparer.Ordinal);
        foreach ((int first, int end) in pages)
        {
            onPage.Clear();
            foreach (int i in EdgesOf(text, lines, first, end))
            {
                string key = KeyOf(lines[i].In(text));
                edges.Add((i, key));
                if (onPage.Add(key))
                {
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                }
            }
        }

        int needed = Math.Max(2, Math.Min(pages.Count / 3, 5));
        foreach ((int i, string key) in edges)
        {
            ReadOnlySpan<char> line = lines[i].In(text).Trim();
            bool recurs = counts[key] >= needed && pages.Count >= 3 && line.Length < 120;
            isDropped[i] |= recurs || Prose.IsPageNumber(line.Trim('\f'));
        }

        return isDropped;
    }

    /// <summary>
    /// Marks the running heads of scans turned into Markdown: lines that recur behind the rules between pages.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="isRule">Tells a rule.</param>
    public static bool[] FindBehindRules(string text, List<TextLine> lines, Func<string, bool> isRule)
    {
        List<int> heads = [];
        bool isBehind = false;
        for (int i = 0; i < lines.Count; i++)
        {
            ReadOnlySpan<char> line = lines[i].In(text).Trim();
            if (line.IsEmpty)
            {
                continue;
            }

            if (isBehind && line.Length < LongestHead)
            {
                heads.Add(i);
            }

            isBehind = line[0] is '-' or '*' or '_' && line.Length < LongestHead && isRule(line.ToString());
        }

        bool[] isDropped = new bool[lines.Count];
        foreach (int i in heads
            .GroupBy(i => KeyOf(lines[i].In(text)), StringComparer.Ordinal)
            .Where(group => group.Count() >= FewestHeads).SelectMany(group => group))
        {
            isDropped[i] = !isRule(lines[i].In(text).Trim().ToString());
        }

        return isDropped;
    }

    /// <summary>A line with digits as one sign, blanks dropped: what recurs from page to page.</summary>
    public static string KeyOf(ReadOnlySpan<char> line)
    {
        StringBuilder key = new(line.Length);
        foreach (char c in line)
        {
            if (char.IsDigit(c))
            {
                if (key.Length == 0 || key[^1] != '#')
                {
                    key.Append('#');
                }
            }
            else if (!char.IsWhiteSpace(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.ToString();
    }

    private static List<(int First, int End)> PagesOf(string text, List<TextLine> lines)
    {
        List<(int, int)> pages = [];
        int first = 0;
        for (int i = 1; i < lines.Count; i++)
        {
            if (lines[i].In(text).Contains('\f'))
            {
                pages.Add((first, i));
                first = i;
            }
        }

        pages.Add((first, lines.Count));
        return pages;
    }

    private static List<int> EdgesOf(string text, List<TextLine> lines, int first, int end)
    {
        List<int> edges = [];
        for (int i = first; i < end && edges.Count < EdgeLines; i++)
        {
            if (!lines[i].In(text).Trim().IsEmpty)
            {
                edges.Add(i);
            }
        }

        int top = edges.Count;
        for (int i = end - 1; i > first && edges.Count < top + EdgeLines; i--)
        {
            if (!lines[i].In(text).Trim().IsEmpty && !edges.Contains(i))
            {
                edges.Add(i);
            }
        }

        return edges;
    }
}
