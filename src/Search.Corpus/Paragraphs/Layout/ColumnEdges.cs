namespace Search.Corpus.Paragraphs.Layout;

/// <summary>Right edges of the columns of a document: how far its lines reach from a given left edge.</summary>
internal sealed class ColumnEdges
{
    private const double Slot = 12;
    private readonly Dictionary<int, List<double>> _rights = [];

    /// <summary>Measures the pages.</summary>
    public ColumnEdges(List<LayoutPage> pages)
    {
        foreach (LayoutLine line in pages.SelectMany(page => page.Lines))
        {
            int slot = SlotOf(line);
            if (!_rights.TryGetValue(slot, out List<double>? rights))
            {
                _rights[slot] = rights = [];
            }

            rights.Add(line.Right);
        }

        foreach (List<double> rights in _rights.Values)
        {
            rights.Sort();
        }
    }

    /// <summary>
    /// True where the first word of <paramref name="next"/> would have fitted behind <paramref name="line"/>.
    /// </summary>
    public bool IsShort(LayoutLine line, LayoutLine next)
    {
        string text = next.Text;
        int blank = text.IndexOf(' ', StringComparison.Ordinal);
        int firstWord = blank < 0 ? text.Length : blank;
        double sign = (next.Right - next.Left) / Math.Max(1, text.Length);
        double needed = line.Right + ((firstWord + 1) * sign);
        return needed < EdgeOf(line) - (line.Size * 0.6);
    }

    /// <summary>True where a line stops well before the edge.</summary>
    public bool IsFarFromEdge(LayoutLine line) => line.Right < line.Left + ((EdgeOf(line) - line.Left) * 0.72);

    private static int SlotOf(LayoutLine line) => (int)(line.TextLeft / Slot);

    /// <summary>Right edge of lines that begin near here: the reach of the longest tenth.</summary>
    private double EdgeOf(LayoutLine line)
    {
        int slot = SlotOf(line);
        double edge = line.Right;
        // An indented line ends where the lines of its column do, wherever those begin.
        for (int s = slot - 8; s <= slot + 1; s++)
        {
            if (_rights.TryGetValue(s, out List<double>? rights) && rights.Count >= 3)
            {
                double reach = rights[(int)(rights.Count * 0.9)];
                bool isColumn = reach > line.Left + (line.Size * 6);
                edge = isColumn ? Math.Max(edge, reach) : edge;
            }
        }

        return edge;
    }
}
