namespace Search.Corpus.Paragraphs.Layout;

/// <summary>
/// Drops what a page carries besides its text: headers and footers by their repetition at one height, page numbers at
/// the edges, watermarks by their repetition at one place.
/// </summary>
internal static class PageFurniture
{
    private const double Edge = 0.12;
    private const double SamePlace = 6;

    /// <summary>Removes them from the pages' lines.</summary>
    public static void Drop(List<LayoutPage> pages)
    {
        Dictionary<string, List<LayoutLine>> byKey = new(StringComparer.Ordinal);
        foreach (LayoutLine line in pages.SelectMany(page => page.Lines))
        {
            string key = RunningLines.KeyOf(line.Text);
            if (!byKey.TryGetValue(key, out List<LayoutLine>? lines))
            {
                byKey[key] = lines = [];
            }

            lines.Add(line);
        }

        HashSet<LayoutLine> dropped = [];
        foreach (List<LayoutLine> lines in byKey.Values.Where(lines => lines.Count > 1))
        {
            MarkRecurring(lines, pages, dropped);
        }

        foreach (LayoutPage page in pages)
        {
            MarkNumbers(page, dropped);
            page.Lines.RemoveAll(dropped.Contains);
        }
    }

    private static void MarkRecurring(List<LayoutLine> lines, List<LayoutPage> pages, HashSet<LayoutLine> dropped)
    {
        foreach (LayoutLine line in lines)
        {
            int sameHeight = 0;
            int samePlace = 0;
            foreach (LayoutLine other in lines)
            {
                bool isAtHeight = other.Page != line.Page && Math.Abs(other.Top - line.Top) < SamePlace;
                sameHeight += isAtHeight ? 1 : 0;
                samePlace += isAtHeight && Math.Abs(other.Left - line.Left) < SamePlace ? 1 : 0;
            }

            bool isEdge = IsEdge(line, Edge);
            bool recurs = isEdge && sameHeight > 0 && sameHeight + 1 >= Math.Min(3, pages.Count)
                && lines.Count * 5 >= pages.Count;
            bool isWatermark = pages.Count >= 3 && (samePlace + 1) * 10 >= pages.Count * 6;
            if (recurs || isWatermark)
            {
                dropped.Add(line);
            }
        }

        // Its first showing may stand lower, under a letterhead; then it is a line of the text, and so stays.
    }

    private static void MarkNumbers(LayoutPage page, HashSet<LayoutLine> dropped)
    {
        foreach (LayoutLine line in page.Lines)
        {
            if (IsEdge(line, Edge) && Prose.IsPageNumber(line.Text) && IsAlone(line, page))
            {
                dropped.Add(line);
            }
        }
    }

    // "1" raised before a footnote may come out as a line of its own: a neighbour on its height tells.
    private static bool IsAlone(LayoutLine line, LayoutPage page) => !page.Lines.Exists(other =>
        other != line && other.Left > line.Right && other.Left - line.Right < line.Page.Width * 0.08
        && other.Bottom > line.Top && other.Top < line.Bottom);

    private static bool IsEdge(LayoutLine line, double share) =>
        line.Bottom < line.Page.Height * share || line.Top > line.Page.Height * (1 - share);
}
