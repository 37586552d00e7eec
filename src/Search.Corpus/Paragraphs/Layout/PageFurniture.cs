namespace Search.Corpus.Paragraphs.Layout;

/// <summary>
/// Drops what a page carries besides its text: headers and footers by their repetition at one height, page numbers at
/// the edges, watermarks by their repetition at one place.
/// </summary>
internal static class PageFurniture
{
    private const double Edge = 0.12;
    private const double WideEdge = 0.15;
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
        Dictionary<int, HashSet<int>> byHeight = [];
        Dictionary<(int, int), HashSet<int>> byPlace = [];
        foreach (LayoutLine line in lines)
        {
            (int top, int left) = PlaceOf(line);
            PagesAt(byHeight, top).Add(line.Page.Number);
            PagesAt(byPlace, (top, left)).Add(line.Page.Number);
        }

        foreach (LayoutLine line in lines)
        {
            (int top, int left) = PlaceOf(line);
            int sameHeight = 0;
            int samePlace = 0;
            for (int slot = top - 1; slot <= top + 1; slot++)
            {
                sameHeight += byHeight.TryGetValue(slot, out HashSet<int>? at) ? at.Count : 0;
                samePlace += byPlace.TryGetValue((slot, left), out HashSet<int>? here) ? here.Count : 0;
            }

            bool recurs = IsEdge(line, Edge) && sameHeight > 1 && sameHeight >= Math.Min(3, pages.Count)
                && lines.Count * 5 >= pages.Count;
            bool isWatermark = pages.Count >= 3 && samePlace * 10 >= pages.Count * 6;
            if (recurs || isWatermark)
            {
                dropped.Add(line);
            }
        }
    }

    private static (int Top, int Left) PlaceOf(LayoutLine line) =>
        ((int)(line.Top / SamePlace), (int)(line.Left / SamePlace));

    private static HashSet<int> PagesAt<T>(Dictionary<T, HashSet<int>> pages, T key)
        where T : notnull
    {
        if (!pages.TryGetValue(key, out HashSet<int>? at))
        {
            pages[key] = at = [];
        }

        return at;
    }

    private static void MarkNumbers(LayoutPage page, HashSet<LayoutLine> dropped)
    {
        double top = page.Lines.Count > 0 ? page.Lines.Min(line => line.Top) : 0;
        double bottom = page.Lines.Count > 0 ? page.Lines.Max(line => line.Bottom) : 0;
        foreach (LayoutLine line in page.Lines)
        {
            // A number that nothing stands above or below is the page's, wherever the margin ends.
            bool isOutermost = line.Text.Length <= 5 && (line.Top <= top || line.Bottom >= bottom);
            if ((IsEdge(line, WideEdge) || isOutermost) && Prose.IsPageNumber(line.Text) && IsAlone(line, page))
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
