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
    private readonly LineJoiner _joiner;
    private readonly List<Block> _blocks = [];
    private readonly CancellationToken _cancellation;

    private TextSplitter(string text, int start, CancellationToken cancellation)
    {
        _text = text;
        _cancellation = cancellation;
        _lines = TextLine.Cut(text);
        _lines.RemoveAll(line => line.Start < start);
        _vocabulary = new HyphenVocabulary(text);
        _joiner = new LineJoiner(_vocabulary);
        _isDropped = RunningLines.Find(text, _lines);
    }

    /// <summary>Splits a text.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="start">Offset behind the front matter; 0 where there is none.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Extraction Split(string text, int start = 0, CancellationToken cancellation = default)
    {
        TextSplitter splitter = new(text, start, cancellation);
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
            int feeds = hasPages ? line.In(_text).Count('\f') : 0;
            bool isEmpty = line.IsBlankIn(_text) || _isDropped[i];
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

        _cancellation.ThrowIfCancellationRequested();
        int width = 0;
        foreach (TextLine line in run)
        {
            width = Math.Max(width, line.In(_text).TrimEnd().Length);
        }

        int start = 0;
        ListMark mark = ListMark.Of(run[0].In(_text).Trim());
        for (int i = 1; i <= run.Count; i++)
        {
            ListMark next = i < run.Count ? ListMark.Of(run[i].In(_text).Trim()) : default;
            if (i == run.Count || Divides(run, start, i, width, mark, next))
            {
                Emit(run, start, i, mark, page, isAfterBreak && start == 0);
                start = i;
                mark = next;
            }
        }
    }

    /// <summary>True where line <paramref name="i"/> begins a unit.</summary>
    /// <param name="run">Lines without a blank one between.</param>
    /// <param name="start">First line of the unit so far.</param>
    /// <param name="i">The line.</param>
    /// <param name="width">Longest line of the run.</param>
    /// <param name="first">Mark of the unit so far.</param>
    /// <param name="mark">Mark of the line.</param>
    private bool Divides(List<TextLine> run, int start, int i, int width, ListMark first, ListMark mark)
    {
        ReadOnlySpan<char> before = run[i - 1].In(_text).TrimEnd();
        ReadOnlySpan<char> line = run[i].In(_text).TrimEnd();
        ReadOnlySpan<char> body = line.TrimStart();
        bool isEnded = Prose.EndsSentence(before);
        if (mark.Kind == ListMarkKind.Bullet)
        {
            bool isInList = first.Kind == ListMarkKind.Bullet;
            return !ListMark.IsDash(body[0]) || isEnded || isInList || !Prose.StartsLower(body);
        }

        if (mark.Kind != ListMarkKind.None && (isEnded || i - 1 == start || EndsWithConjunction(before)))
        {
            return isEnded || first.Kind != ListMarkKind.None;
        }

        bool isNext = mark.Kind != ListMarkKind.None && mark.Kind == first.Kind
            && ListMark.Follows(run[start].In(_text).Trim(), body);
        if (isNext)
        {
            return true;
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
        return width >= 40 && (hadRoom || (isIndented && isEnded)) && !Prose.StartsLower(body);
    }

    private static bool EndsWithConjunction(ReadOnlySpan<char> line) =>
        line.EndsWith(" and", StringComparison.Ordinal) || line.EndsWith(" or", StringComparison.Ordinal);

    private void Emit(List<TextLine> run, int start, int end, ListMark mark, int? page, bool isAfterBreak)
    {
        ReadOnlySpan<char> first = run[start].In(_text).Trim();
        if (TryContinue(run, start, end, isAfterBreak, mark, first))
        {
            return;
        }

        // "- 1. First": the inner mark is the author's, the outer one the exporter's.
        _joiner.Clear();
        _joiner.Add(mark.Kind == ListMarkKind.Bullet ? first[mark.Length..] : first);
        for (int i = start + 1; i < end; i++)
        {
            _joiner.Add(run[i].In(_text));
        }

        if (_joiner.IsEmpty)
        {
            return;
        }

        _blocks.Add(new Block
        {
            Kind = mark.Kind == ListMarkKind.None ? ParagraphKind.Paragraph : ParagraphKind.Item,
            IsGuess = mark.Kind == ListMarkKind.None,
            Level = mark.Kind == ListMarkKind.None ? 0 : 1,
            Text = _joiner.ToString(),
            Page = page,
            Start = run[start].Start,
            End = run[end - 1].End,
            IsAfterBreak = isAfterBreak,
            Lines = end - start,
        });
    }

    /// <summary>Joins lines to the last unit where a page or a stray blank line cut it.</summary>
    private bool TryContinue(
        List<TextLine> run, int start, int end, bool isAfterBreak, ListMark mark, ReadOnlySpan<char> first)
    {
        if (_blocks.Count == 0 || mark.Kind != ListMarkKind.None)
        {
            return false;
        }

        Block last = _blocks[^1];
        bool mayGoOn = last.Text.Length < BlockJoin.LongestText && !Prose.EndsSentence(last.Text)
            && (Prose.StartsLower(first) || Prose.Dangles(last.Text)
                || (isAfterBreak && (Prose.EndsSentence(first) || Prose.CountWords(first) >= 4)
                    && !Prose.IsCapitals(first)));
        bool isCut = mayGoOn && Prose.CountWords(last.Text) >= 8 && !Prose.IsCapitals(last.Text);
        if (!isCut)
        {
            return false;
        }

        _joiner.Clear();
        _joiner.Add(last.Text);
        for (int i = start; i < end; i++)
        {
            _joiner.Add(run[i].In(_text));
        }

        last.Text = _joiner.ToString();
        last.End = run[end - 1].End;
        last.Lines += end - start;
        return true;
    }
}
