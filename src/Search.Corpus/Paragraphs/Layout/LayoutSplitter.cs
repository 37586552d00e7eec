using System.Text;

namespace Search.Corpus.Paragraphs.Layout;

/// <summary>
/// Units of laid-out pages: lines are joined to paragraphs by their distance, their edges, their fonts and what they
/// say; what a page or a column cut is joined again, with the footnotes of the page set behind it.
/// </summary>
internal sealed class LayoutSplitter
{
    private readonly LayoutMeasures _measures;
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];
    private readonly List<List<LayoutLine>> _pendingNotes = [];
    private readonly HyphenVocabulary _vocabulary;
    private readonly LineBreaks _breaks;
    private readonly HeadingStyles _headings;
    private List<LayoutLine> _open = [];
    private bool _isNoteOpen;

    private LayoutSplitter(List<LayoutPage> pages)
    {
        _measures = LayoutMeasures.Of(pages);
        _breaks = new LineBreaks(_measures, pages);
        _headings = new HeadingStyles(_measures);
        string all = string.Join('\n', pages.SelectMany(page => page.Lines).Select(line => line.Text));
        _vocabulary = new HyphenVocabulary(all);
    }

    /// <summary>Splits a document.</summary>
    public static Extraction Split(List<LayoutPage> pages)
    {
        foreach (LayoutPage page in pages)
        {
            LineBuilder.Build(page);
        }

        PageFurniture.Drop(pages);
        LayoutSplitter splitter = new(pages);
        splitter.Run(pages);
        return new Extraction(splitter._text.ToString(), splitter._blocks) { Pages = pages.Count };
    }

    private void Run(List<LayoutPage> pages)
    {
        NoteFinder finder = new(_measures);
        foreach (LayoutPage page in pages)
        {
            List<List<LayoutLine>> notes = finder.Take(page, _isNoteOpen);
            foreach (LayoutLine line in page.Lines)
            {
                if (_open.Count > 0 && _breaks.Divides(_open, line))
                {
                    Flush();
                }

                _open.Add(line);
            }

            TakeNotes(notes);
        }

        Flush();
        FlushNotes();
    }

    private void TakeNotes(List<List<LayoutLine>> notes)
    {
        if (notes.Count == 0)
        {
            _isNoteOpen = false;
            return;
        }

        bool goesOn = _isNoteOpen && NoteFinder.NumberOf(notes[0][0]) == 0;
        if (goesOn && _pendingNotes.Count > 0)
        {
            _pendingNotes[^1].AddRange(notes[0]);
            notes.RemoveAt(0);
        }

        _pendingNotes.AddRange(notes);
        string last = _pendingNotes[^1][^1].Text;
        _isNoteOpen = !Prose.EndsSentence(last) || !last.EndsWith('.');
        if (_open.Count == 0)
        {
            FlushNotes();
        }
    }

    private void Flush()
    {
        if (_open.Count > 0)
        {
            Emit(_open, ParagraphKind.Paragraph);
            _open = [];
        }

        // Notes wait until the paragraph above them has ended, perhaps on the next page; an open one until it has.
        if (!_isNoteOpen)
        {
            FlushNotes();
        }
    }

    private void FlushNotes()
    {
        foreach (List<LayoutLine> note in _pendingNotes)
        {
            Emit(note, ParagraphKind.Footnote);
        }

        _pendingNotes.Clear();
    }

    private void Emit(List<LayoutLine> lines, ParagraphKind kind)
    {
        int start = _text.Length;
        LineJoiner joiner = new(_vocabulary);
        ListMark mark = lines[0].Mark;
        for (int i = 0; i < lines.Count; i++)
        {
            string text = lines[i].Text;
            _text.Append(text).Append('\n');
            bool hasBullet = mark.Kind == ListMarkKind.Bullet && kind != ParagraphKind.Footnote;
            joiner.Add(i == 0 && hasBullet ? text.AsSpan(Math.Min(mark.Length, text.Length)) : text);
        }

        int end = _text.Length - 1;
        if (joiner.IsEmpty)
        {
            return;
        }

        int heading = kind == ParagraphKind.Paragraph ? _headings.LevelOf(lines, joiner.ToString()) : 0;
        bool isItem = kind == ParagraphKind.Paragraph && heading == 0 && mark.Kind != ListMarkKind.None;
        Block block = new()
        {
            Kind = heading > 0 ? ParagraphKind.Heading : isItem ? ParagraphKind.Item : kind,
            IsGuess = kind == ParagraphKind.Paragraph && heading == 0 && !isItem,
            Level = heading > 0 ? heading : isItem ? 1 + (int)(lines[0].Left / 24) : 0,
            Text = joiner.ToString(),
            Page = lines[0].Page.Number,
            Mark = kind == ParagraphKind.Footnote && NoteFinder.NumberOf(lines[0]) is int number and > 0 ? $"{number}"
                : null,
            Start = start,
            End = end,
            Lines = lines.Count,
        };
        _blocks.Add(block);
    }
}
