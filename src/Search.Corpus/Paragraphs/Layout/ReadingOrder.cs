namespace Search.Corpus.Paragraphs.Layout;

/// <summary>
/// Reading order by place: a page is cut along empty bands, first downwards into blocks where whole lines span it,
/// within them into columns, and so on (the recursive X-Y cut).
/// </summary>
internal static class ReadingOrder
{
    private const int Deepest = 12;

    /// <summary>Sorts the lines of a page.</summary>
    public static List<LayoutLine> Sort(List<LayoutLine> lines)
    {
        List<LayoutLine> result = new(lines.Count);
        Cut(lines, result, 0);
        return result;
    }

    private static void Cut(List<LayoutLine> lines, List<LayoutLine> result, int depth)
    {
        if (lines.Count <= 1 || depth > Deepest)
        {
            result.AddRange(lines.OrderBy(line => line.Bottom).ThenBy(line => line.Left));
            return;
        }

        double size = lines.Average(line => line.Size);
        double? x = WidestGap(lines, line => line.Left, line => line.Right, size * 0.9, fewest: 3);
        if (x is double column)
        {
            Cut([.. lines.Where(line => line.Left < column)], result, depth + 1);
            Cut([.. lines.Where(line => line.Left >= column)], result, depth + 1);
            return;
        }

        double? y = WidestGap(lines, line => line.Bottom - line.Size, line => line.Bottom, size * 0.3, fewest: 1);
        if (y is double row)
        {
            Cut([.. lines.Where(line => line.Bottom <= row)], result, depth + 1);
            Cut([.. lines.Where(line => line.Bottom > row)], result, depth + 1);
            return;
        }

        result.AddRange(lines.OrderBy(line => line.Bottom).ThenBy(line => line.Left));
    }

    /// <summary>Middle of the widest empty band; null where none is wide enough or a side has too few lines.</summary>
    private static double? WidestGap(
        List<LayoutLine> lines,
        Func<LayoutLine, double> start,
        Func<LayoutLine, double> end,
        double narrowest,
        int fewest)
    {
        LayoutLine[] sorted = [.. lines.OrderBy(start)];
        double reach = end(sorted[0]);
        double widest = narrowest;
        double? cut = null;
        for (int i = 1; i < sorted.Length; i++)
        {
            double gap = start(sorted[i]) - reach;
            if (gap > widest && i >= fewest && sorted.Length - i >= fewest)
            {
                widest = gap;
                cut = reach + (gap / 2);
            }

            reach = Math.Max(reach, end(sorted[i]));
        }

        return cut;
    }
}
