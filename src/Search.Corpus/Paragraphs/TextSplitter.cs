namespace Search.Corpus.Paragraphs;

/// <summary>
/// Units of plain text. Blank lines divide; within a run of lines a list mark, an indent, or a line that ends before
/// the next word would have had to be wrapped begins a new unit. What a page break (a form feed, or three blank lines)
/// cut in mid-sentence is joined again; page numbers and lines that recur at the edges of pages are dropped.
/// </summary>
internal sealed class TextSplitter
{
    private const int WidestWrap = 130;
    private readonly string _text;
    private readonly List<TextLine> _lines;
    private readonly HyphenVocabulary _vocabulary;
    private readonly bool[] _isDropped;
    private readonly List<Block> _blocks = [];

    private TextSplitter(string text, int start)
    {
        _text = text;
        _lines = TextLine.Cut(text);
        _lines.RemoveAll(line => line.Start < start);
        _vocabulary = new HyphenVocabulary(text);
        _isDropped = RunningLines.Find(text, _lines);
    }

    /// <summary>Splits a text.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="start">Offset behind the front matter; 0 where there is none.</param>
    public static Extraction Split(string text, int start = 0)
    {
        TextSplitter splitter = new(text, start);
        splitter.Run();
        return new Extraction(text, splitter._blocks) { Pages = splitter.Pages() };
    }

    private int? Pages()
    {
        int feeds = _text.AsSpan().TrimEnd().Count('\f');
        return feeds > 0 ? feeds + 1 : null;
    }

    private void Run()
    {
        bool hasPages = _text.Contains('\f', StringComparison.Ordinal);
        int page = 1;
        int blanks = 0;
        bool isBreak = false;
        List<TextLine> run = [];
        for (int i = 0; i < _lines.Count; i++)
        {
            TextLine line = _lines[i];
            int feeds = line.In(_text).Count('\f');
            bool isEmpty = line.In(_text).Trim().IsEmpty || _isDropped[i];
            if (feeds > 0 || isEmpty)
            {
                Flush(run, hasPages ? page : null, isBreak);
                isBreak = run.Count > 0 ? feeds > 0 : isBreak || feeds > 0;
                blanks = run.Count > 0 ? 0 : blanks;
                run.Clear();
                page += feeds;
            }

            // A dropped line is the foot or head of a page: what it stands between was cut by it.
            blanks += isEmpty ? 1 : 0;
            isBreak |= blanks >= 3 || _isDropped[i];
            if (!isEmpty)
            {
                run.Add(line);
                blanks = 0;
            }
        }

        Flush(run, hasPages ? page : null, isBreak);
    }

    private void Flush(List<TextLine> run, int? page, bool isAfterBreak)
    {
        if (run.Count == 0)
        {
            return;
        }

        int width = run.Max(line => line.In(_text).TrimEnd().Length);
        int start = 0;
        for (int i = 1; i <= run.Count; i++)
        {
            if (i == run.Count || Divides(run, start, i, width))
            {
                Emit(run.GetRange(start, i - start), page, isAfterBreak && start == 0);
                start = i;
            }
        }
    }

    private bool Divides(List<TextLine> run, int start, int i, int width)
    {
        ReadOnlySpan<char> before = run[i - 1].In(_text).TrimEnd();
        ReadOnlySpan<char> line = run[i].In(_text).TrimEnd();
        ReadOnlySpan<char> body = line.TrimStart();
        bool isEnded = Prose.EndsSentence(before);
        ListMark mark = ListMark.Of(body);
        if (mark.Kind == ListMarkKind.Bullet)
        {
            bool isInList = ListMark.Of(run[start].In(_text).TrimStart()).Kind == ListMarkKind.Bullet;
            return !ListMark.IsDash(body[0]) || isEnded || isInList || !Prose.StartsLower(body);
        }

        if (mark.Kind != ListMarkKind.None && (isEnded || i - 1 == start || EndsWithConjunction(before)))
        {
            return isEnded || ListMark.Of(run[start].In(_text).TrimStart()).Kind != ListMarkKind.None;
        }

        if (width > WidestWrap)
        {
            // Lines that no screen would wrap: each is a paragraph, unless it stops in mid-sentence.
            return isEnded || !Prose.StartsLower(body);
        }

        int firstWord = body.IndexOfAny(' ', '\t');
        int needed = before.Length + 1 + (firstWord < 0 ? body.Length : firstWord);
        bool hadRoom = needed <= width - Math.Max(4, width / 8);
        int indent = line.Length - body.Length - (before.Length - before.TrimStart().Length);
        bool isIndented = indent is >= 2 and <= 12 && i - 1 > start;
        return width >= 40 && !Prose.StartsLower(body) && (hadRoom || (isIndented && isEnded));
    }

    private static bool EndsWithConjunction(ReadOnlySpan<char> line) =>
        line.EndsWith(" and", StringComparison.Ordinal) || line.EndsWith(" or", StringComparison.Ordinal);

    private void Emit(List<TextLine> lines, int? page, bool isAfterBreak)
    {
        ReadOnlySpan<char> first = lines[0].In(_text).Trim();
        ListMark mark = ListMark.Of(first);
        LineJoiner joiner = new(_vocabulary);
        if (TryContinue(lines, isAfterBreak, mark, first))
        {
            return;
        }

        joiner.Add(mark.Kind == ListMarkKind.Bullet ? AfterBullet(first, mark) : first);
        foreach (TextLine line in lines.Skip(1))
        {
            joiner.Add(line.In(_text));
        }

        if (joiner.IsEmpty)
        {
            return;
        }

        _blocks.Add(new Block
        {
            Kind = mark.Kind == ListMarkKind.None ? ParagraphKind.Paragraph : ParagraphKind.Item,
            IsGuess = mark.Kind == ListMarkKind.None,
            Level = mark.Kind == ListMarkKind.None ? 0 : 1,
            Text = joiner.ToString(),
            Page = page,
            Start = lines[0].Start,
            End = lines[^1].End,
            IsAfterBreak = isAfterBreak,
            Lines = lines.Count,
        });
    }

    // "- 1. First": the inner mark is the author's, the outer one the exporter's.
    private static ReadOnlySpan<char> AfterBullet(ReadOnlySpan<char> line, ListMark mark) => line[mark.Length..];

    /// <summary>Joins lines to the last unit where a page or a stray blank line cut it.</summary>
    private bool TryContinue(List<TextLine> lines, bool isAfterBreak, ListMark mark, ReadOnlySpan<char> first)
    {
        if (_blocks.Count == 0 || mark.Kind != ListMarkKind.None)
        {
            return false;
        }

        Block last = _blocks[^1];
        bool isUnfinished = last.Text.Length < BlockJoin.LongestText
            && !Prose.EndsSentence(last.Text) && Prose.CountWords(last.Text) >= 8;
        bool isLongEnough = Prose.CountWords(first) >= 4 || Prose.EndsSentence(first);
        bool isCut = isUnfinished && !Prose.IsCapitals(last.Text)
            && (Prose.StartsLower(first) || Prose.Dangles(last.Text)
                || (isAfterBreak && isLongEnough && !Prose.IsCapitals(first)));
        if (!isCut)
        {
            return false;
        }

        LineJoiner joiner = new(_vocabulary);
        joiner.Add(last.Text);
        foreach (TextLine line in lines)
        {
            joiner.Add(line.In(_text));
        }

        last.Text = joiner.ToString();
        last.End = lines[^1].End;
        last.Lines += lines.Count;
        return true;
    }
}
