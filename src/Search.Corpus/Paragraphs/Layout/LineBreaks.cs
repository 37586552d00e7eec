namespace Search.Corpus.Paragraphs.Layout;

/// <summary>Decides whether a line begins a new unit or goes on with the one above it.</summary>
internal sealed class LineBreaks
{
    private const double LongParagraph = 3.5;
    private readonly LayoutMeasures _measures;
    private readonly ColumnEdges _edges;
    private readonly bool _usesSpacing;

    /// <summary>Takes the document's measures and pages.</summary>
    public LineBreaks(LayoutMeasures measures, List<LayoutPage> pages)
    {
        _measures = measures;
        _edges = new ColumnEdges(pages);
        _usesSpacing = UsesSpacing(pages);
    }

    /// <summary>True where <paramref name="line"/> begins a unit.</summary>
    /// <param name="unit">Lines of the unit so far, at least one.</param>
    /// <param name="line">The next line in reading order.</param>
    public bool Divides(List<LayoutLine> unit, LayoutLine line)
    {
        LayoutLine last = unit[^1];
        ListMark mark = line.Mark;
        if (line.IsContents || last.IsContents)
        {
            return line.IsContents != last.IsContents;
        }

        if (mark.Kind == ListMarkKind.Bullet && !IsInnerDash(unit, line))
        {
            return true;
        }

        bool isBelow = last.Page == line.Page && line.Bottom > last.Bottom + (last.Size * 0.4)
            && line.Left < last.Right && last.Left < line.Right + (line.Page.Width * 0.3);
        if (DiffersInType(last, line))
        {
            return true;
        }

        mark = mark.Kind == ListMarkKind.Bullet ? default : mark;
        return isBelow ? DividesBelow(unit, line, mark) : DividesAtBreak(unit, line, mark);
    }

    // "states – one large, one small –" wrapped before its dash.
    private static bool IsInnerDash(List<LayoutLine> unit, LayoutLine line)
    {
        LayoutLine last = unit[^1];
        return ListMark.IsDash(line.Text[0]) && !Prose.EndsSentence(last.Text)
            && Math.Abs(line.Left - last.Left) < line.Size * 0.3 && unit[0].Mark.Kind != ListMarkKind.Bullet
            && line.Fragments[0].Text.AsSpan().Trim().Length > 1;
    }

    private bool DiffersInType(LayoutLine last, LayoutLine line)
    {
        double larger = Math.Max(last.Size, line.Size);
        double smaller = Math.Min(last.Size, line.Size);
        bool isSentenceCut = larger < smaller * 1.35 && Prose.StartsLower(line.Text) && !Prose.EndsSentence(last.Text);
        if (larger > smaller * 1.09 && larger - smaller > 1.1 && !isSentenceCut)
        {
            return true;
        }

        bool changes = last.IsBold != line.IsBold && !_measures.IsBodyBold;
        bool isShort = last.IsBold && _edges.IsShort(last, line) && !Prose.StartsLower(line.Text);
        return changes && (isShort || Prose.EndsSentence(last.Text));
    }

    private bool DividesBelow(List<LayoutLine> unit, LayoutLine line, ListMark mark)
    {
        LayoutLine last = unit[^1];
        double leading = _measures.LeadingOf(last.Size);
        double distance = line.Bottom - last.Bottom;
        if (distance > leading * 1.22 + 1)
        {
            return true;
        }

        bool isEnded = Prose.EndsSentence(last.Text);
        bool isShort = _edges.IsShort(last, line);
        if (mark.Kind != ListMarkKind.None && BeginsItem(unit, line, mark, isEnded, isShort))
        {
            return true;
        }

        double em = line.Size;
        ListMark first = unit[0].Mark;
        if (first.Kind != ListMarkKind.None && unit.Count > 1 && unit[1].Left > unit[0].Left + (em * 0.4)
            && line.Left < unit[1].Left - (em * 0.4))
        {
            // Out of a hanging item: back at the margin.
            return true;
        }

        bool isIndented = line.Left > last.Left + (em * 0.8) && line.Left < last.Left + (em * 5) && isEnded
            && (unit.Count == 1 || last.Left <= unit[0].Left + 1);
        if (isIndented && first.Kind == ListMarkKind.None)
        {
            return true;
        }

        // Where space divides the paragraphs, a line that only could have held one more word is set ragged.
        return isShort && !Prose.StartsLower(line.Text) && ((isEnded && !_usesSpacing) || IsLabel(last));
    }

    /// <summary>True where paragraphs are divided by space rather than by their last lines alone.</summary>
    private bool UsesSpacing(List<LayoutPage> pages)
    {
        int spaced = 0;
        int tight = 0;
        foreach (LayoutPage page in pages)
        {
            for (int i = 1; i < page.Lines.Count; i++)
            {
                LayoutLine last = page.Lines[i - 1];
                LayoutLine line = page.Lines[i];
                double distance = line.Bottom - last.Bottom;
                bool isBody = Math.Abs(last.Size - _measures.BodySize) < 1.1 && Math.Abs(line.Size - last.Size) < 1.1;
                if (!isBody || distance <= 0 || !Prose.EndsSentence(last.Text) || Prose.StartsLower(line.Text))
                {
                    continue;
                }

                bool isSpaced = distance > (_measures.LeadingOf(last.Size) * 1.22) + 1;
                spaced += isSpaced ? 1 : 0;
                tight += !isSpaced && _edges.IsShort(last, line) && line.Mark.Kind == ListMarkKind.None ? 1 : 0;
            }
        }

        return spaced >= 8 && tight * 3 < spaced;
    }

    // A line that stops far from the edge and is no sentence: a name, a date, a line of an address.
    private bool IsLabel(LayoutLine last) => _edges.IsFarFromEdge(last);

    private static bool BeginsItem(List<LayoutLine> unit, LayoutLine line, ListMark mark, bool isEnded, bool isShort)
    {
        bool isSibling = unit[0].Mark.Kind == mark.Kind && Math.Abs(unit[0].Left - line.Left) < line.Size * 0.8;
        bool isOutdented = line.Left < unit[^1].Left - (line.Size * 0.5);
        return isEnded || isShort || isOutdented
            || (isSibling && (unit.Count > 1 || ListMark.Follows(unit[0].Text, line.Text)))
            || unit[^1].Text.EndsWith(" and", StringComparison.Ordinal)
            || unit[^1].Text.EndsWith(" or", StringComparison.Ordinal);
    }

    private bool DividesAtBreak(List<LayoutLine> unit, LayoutLine line, ListMark mark)
    {
        LayoutLine last = unit[^1];
        string text = last.Text;
        bool isEnded = Prose.EndsSentence(text);
        if (mark.Kind != ListMarkKind.None && (isEnded || mark.Kind == ListMarkKind.Letter))
        {
            return true;
        }

        if (isEnded)
        {
            // A full line that ends with a sentence at the foot of a column: where paragraphs are long, more of them
            // are cut there than happen to end there.
            bool mayGoOn = _measures.LinesPerParagraph >= LongParagraph && unit.Count > 1
                && text[^1] is not (':' or ';')
                && Math.Abs(last.Size - line.Size) < 1.1 && Math.Abs(last.Size - _measures.BodySize) < 1.1
                && !last.IsBold && !line.IsBold && !_edges.IsShort(last, line);
            return !mayGoOn && !Prose.StartsLower(line.Text);
        }

        bool isLabel = unit.Count == 1 && _edges.IsShort(last, line) && !Prose.StartsLower(line.Text);
        return isLabel || last.IsBold != line.IsBold && !_measures.IsBodyBold;
    }
}
