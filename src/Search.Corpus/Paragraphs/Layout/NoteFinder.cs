namespace Search.Corpus.Paragraphs.Layout;

/// <summary>
/// Finds the footnotes at the foot of each page: lines in smaller type, or begun by a raised number, below all text of
/// the page's column. A note that a page cut goes on with the lines that have no mark.
/// </summary>
internal sealed class NoteFinder
{
    private readonly LayoutMeasures _measures;
    private int _last;

    /// <summary>Takes the document's measures.</summary>
    public NoteFinder(LayoutMeasures measures) => _measures = measures;

    /// <summary>Takes the notes out of a page's lines.</summary>
    /// <returns>Notes in order, each its lines; the first goes on from the page before where it has no mark.</returns>
    public List<List<LayoutLine>> Take(LayoutPage page, bool isNoteOpen)
    {
        List<LayoutLine> lines = page.Lines;
        int first = FirstNoteLine(lines, isNoteOpen);
        List<List<LayoutLine>> notes = [];
        if (first < 0)
        {
            return notes;
        }

        List<LayoutLine> found = lines.GetRange(first, lines.Count - first);
        lines.RemoveRange(first, lines.Count - first);
        foreach (LayoutLine line in found)
        {
            int number = NumberOf(line);
            bool isNew = number > 0
                && (number == _last + 1 || (number == 1 && notes.Count == 0) || line.BeginsWithRaisedNumber
                || (notes.Count == 0 && number > _last));
            if (isNew || (notes.Count == 0))
            {
                notes.Add([]);
            }

            _last = isNew ? number : _last;
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
        return isMark && int.TryParse(text[..digits], System.Globalization.CultureInfo.InvariantCulture, out int number)
            ? number
            : 0;
    }

    private int FirstNoteLine(List<LayoutLine> lines, bool isNoteOpen)
    {
        int first = lines.Count;
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            LayoutLine line = lines[i];
            bool isSmall = line.Size < _measures.BodySize * 0.93;
            if (!isSmall && !(line.BeginsWithRaisedNumber && i == first - 1 && IsNoteFont(lines, i)))
            {
                break;
            }

            first = i;
        }

        // What stands above the first mark is small type of the text, unless a note is still open from the page before.
        while (first < lines.Count && !BeginsNote(lines[first], lines, first)
            && !(isNoteOpen && IsContinuation(lines, first)))
        {
            first++;
        }

        return first < lines.Count ? first : -1;
    }

    private static bool IsNoteFont(List<LayoutLine> lines, int i) => i == lines.Count - 1
        || lines[i].Size <= lines[i + 1].Size * 1.05;

    private bool BeginsNote(LayoutLine line, List<LayoutLine> lines, int i)
    {
        int number = NumberOf(line);
        bool isNext = number > 0 && (number == _last + 1 || number == 1 || number > _last && number < _last + 4);
        bool isLow = line.Top > line.Page.Height * 0.25 || i > 0;
        return isLow && number > 0 && (line.BeginsWithRaisedNumber || isNext)
            && (i == 0 || lines[i - 1].Bottom <= line.Bottom + 1 || lines[i - 1].Left > line.Right);
    }

    private static bool IsContinuation(List<LayoutLine> lines, int first)
    {
        for (int i = first; i < lines.Count; i++)
        {
            if (NumberOf(lines[i]) > 0)
            {
                return lines[first].Top > lines[first].Page.Height * 0.4;
            }
        }

        return lines[first].Top > lines[first].Page.Height * 0.55;
    }
}
