using System.Globalization;

namespace Search.Corpus.Paragraphs.Layout;

/// <summary>
/// Finds the footnotes at the foot of each page by place, since files draw them before, behind or amid the text: lines
/// begun by a raised number, or in smaller type by a number that follows the last, and what stands below them in their
/// column. A note that a page cut goes on with the lines above the first mark.
/// </summary>
internal sealed class NoteFinder
{
    private const double SmallType = 0.95;
    private readonly LayoutMeasures _measures;
    private int _last;

    /// <summary>Takes the document's measures.</summary>
    public NoteFinder(LayoutMeasures measures) => _measures = measures;

    /// <summary>Takes the notes out of a page's lines.</summary>
    /// <param name="page">The page.</param>
    /// <param name="isNoteOpen">True where the last note of the page before may go on.</param>
    /// <returns>Notes from above to below, each its lines; the first goes on from the page before where it has no mark.
    /// </returns>
    public List<List<LayoutLine>> Take(LayoutPage page, bool isNoteOpen)
    {
        List<LayoutLine> starts = StartsOn(page);
        bool isOneColumn = page.Lines.Exists(line => line.Right - line.Left > page.Width * 0.52);
        HashSet<LayoutLine> zone =
            [.. page.Lines.Where(line => starts.Exists(start => IsUnder(line, start, isOneColumn)))];
        if (isNoteOpen)
        {
            AddContinuation(page, zone, starts);
        }

        if (zone.Count == 0)
        {
            return [];
        }

        page.Lines = [.. page.Lines.Where(line => !zone.Contains(line))];
        List<List<LayoutLine>> notes = [];
        IEnumerable<LayoutLine> ordered = zone
            .OrderBy(line => isOneColumn ? 0 : ColumnOf(line, starts))
            .ThenBy(line => line.Bottom).ThenBy(line => line.Left);
        foreach (LayoutLine line in ordered)
        {
            bool isStart = starts.Contains(line);
            if (isStart || notes.Count == 0)
            {
                notes.Add([]);
            }

            _last = isStart ? NumberOf(line) : _last;
            notes[^1].Add(line);
        }

        return notes;
    }

    /// <summary>Number that a line begins with; 0 where there is none.</summary>
    public static int NumberOf(LayoutLine line)
    {
        ReadOnlySpan<char> text = line.Text.AsSpan().TrimStart('[');
        int digits = 0;
        while (digits < text.Length && digits < 4 && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        bool isMark = digits is > 0 and < 4 && digits < text.Length
            && text[digits] is ' ' or '.' or ']' or ')' or '\u00A0';
        return isMark && int.TryParse(text[..digits], CultureInfo.InvariantCulture, out int number) ? number : 0;
    }

    /// <summary>
    /// Lines that begin notes, from above to below: the longest run at the foot whose numbers follow each other.
    /// </summary>
    private List<LayoutLine> StartsOn(LayoutPage page)
    {
        List<LayoutLine> starts = [];
        int next = 0;
        foreach (LayoutLine line in page.Lines.Where(IsCandidate).OrderByDescending(line => line.Bottom))
        {
            int number = NumberOf(line);
            if (next > 0 && number != next - 1)
            {
                break;
            }

            starts.Insert(0, line);
            next = number;
        }

        // Not raised, a number at the head of small type must follow the last note, or be the first.
        while (starts.Count > 0 && !starts[0].BeginsWithRaisedNumber && NumberOf(starts[0]) != 1
            && (NumberOf(starts[0]) <= _last || NumberOf(starts[0]) > _last + 4))
        {
            starts.RemoveAt(0);
        }

        return starts;
    }

    private bool IsCandidate(LayoutLine line)
    {
        bool isLow = line.Top > line.Page.Height * 0.2;
        bool isSmall = line.Size < _measures.BodySize * SmallType;
        bool isRaised = line.BeginsWithRaisedNumber && line.Size < _measures.BodySize * 1.05;
        return isLow && NumberOf(line) > 0 && (isRaised || isSmall) && !line.IsContents;
    }

    private static bool IsUnder(LayoutLine line, LayoutLine start, bool isOneColumn) =>
        line.Bottom >= start.Bottom - 1 && line.Right > start.Left - 10 && line.Size < start.Size * 1.25
        && (isOneColumn || line.Left < Math.Max(start.Right, start.Left + (start.Page.Width * 0.35)));

    private static int ColumnOf(LayoutLine line, List<LayoutLine> starts)
    {
        LayoutLine? start = starts.Find(start => IsUnder(line, start, isOneColumn: false));
        return start is null ? 0 : (int)(start.Left / (start.Page.Width * 0.35));
    }

    /// <summary>
    /// Adds the small lines that stand right above the first note, or at the foot of a page without marks.
    /// </summary>
    private void AddContinuation(LayoutPage page, HashSet<LayoutLine> zone, List<LayoutLine> starts)
    {
        double below = starts.Count > 0 ? starts[0].Bottom : double.MaxValue;
        double leading = 0;
        IEnumerable<LayoutLine> upwards = page.Lines
            .Where(line => !zone.Contains(line)).OrderByDescending(line => line.Bottom);
        foreach (LayoutLine line in upwards)
        {
            bool isSmall = line.Size < _measures.BodySize * SmallType;
            bool isNear = below - line.Bottom < Math.Max(line.Size * 2, leading) || (below == double.MaxValue);
            bool isLow = line.Top > line.Page.Height * (starts.Count > 0 ? 0.3 : 0.55);
            if (!isSmall || !isNear || !isLow)
            {
                return;
            }

            zone.Add(line);
            leading = _measures.LeadingOf(line.Size) * 1.4;
            below = line.Bottom;
        }
    }
}
