using System.Text;

namespace Search.Corpus.Paragraphs.Layout;

/// <summary>
/// Units of laid-out pages: lines are joined to paragraphs by their distance, their edges, their fonts and what they
/// say; what a page or a column cut is joined again, with the footnotes of the page set behind it.
/// </summary>
internal sealed class LayoutSplitter
{
    private const int MostBetween = 3;
    private const int LongestEntry = 160;
    private readonly LayoutMeasures _measures;
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];
    private readonly List<LayoutLine> _lastLines = [];
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
    /// <param name="pages">Its pages.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Extraction Split(List<LayoutPage> pages, CancellationToken cancellation = default)
    {
        foreach (LayoutPage page in pages)
        {
            cancellation.ThrowIfCancellationRequested();
            LineBuilder.Build(page);
        }

        PageFurniture.Drop(pages);
        LayoutSplitter splitter = new(pages);
        splitter.Run(pages, cancellation);
        return new Extraction(splitter._text.ToString(), splitter._blocks) { Pages = pages.Count };
    }

    private void Run(List<LayoutPage> pages, CancellationToken cancellation)
    {
        NoteFinder finder = new(_measures);
        foreach (LayoutPage page in pages)
        {
            cancellation.ThrowIfCancellationRequested();
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

        if (kind == ParagraphKind.Paragraph && lines[0].IsContents)
        {
            EmitContents(lines, start, end);
            return;
        }

        int heading = kind == ParagraphKind.Paragraph ? _headings.LevelOf(lines, joiner.ToString()) : 0;
        bool isItem = kind == ParagraphKind.Paragraph && heading == 0 && mark.Kind != ListMarkKind.None;
        Block block = new()
        {
            Kind = heading > 0 ? ParagraphKind.Heading : isItem ? ParagraphKind.Item : kind,
            IsGuess = kind == ParagraphKind.Paragraph && (heading is 0 or HeadingStyles.BoldLevel) && !isItem,
            Level = heading > 0 ? heading : isItem ? 1 + (int)(lines[0].Left / 24) : 0,
            Text = joiner.ToString(),
            Page = lines[0].Page.Number,
            Mark = kind == ParagraphKind.Footnote && NoteFinder.NumberOf(lines[0]) is int number and > 0 ? $"{number}"
                : null,
            Start = start,
            End = end,
            Lines = lines.Count,
        };
        if (kind == ParagraphKind.Paragraph && mark.Kind == ListMarkKind.None && TryContinue(lines[0], block))
        {
            return;
        }

        _blocks.Add(block);
        _lastLines.Add(lines[^1]);
    }

    private void EmitContents(List<LayoutLine> lines, int start, int end)
    {
        if (TryExtendContents(lines, end))
        {
            return;
        }

        _blocks.Add(new Block
        {
            Kind = lines.Count > 1 ? ParagraphKind.Table : ParagraphKind.Other,
            Text = string.Join('\n', lines.Select(line => line.Text)),
            Page = lines[0].Page.Number,
            Start = start,
            End = end,
            Lines = lines.Count,
        });
        _lastLines.Add(lines[^1]);
    }

    /// <summary>
    /// Goes on with the table of contents above, where nothing but a few short lines, entries without a page or the
    /// first lines of wrapped ones, stands between.
    /// </summary>
    private bool TryExtendContents(List<LayoutLine> lines, int end)
    {
        for (int i = _blocks.Count - 1; i >= 0 && i >= _blocks.Count - 1 - MostBetween; i--)
        {
            Block block = _blocks[i];
            if (block.Kind is ParagraphKind.Table or ParagraphKind.Other && _lastLines[i].IsContents
                && lines[0].Page.Number - _lastLines[i].Page.Number <= 1)
            {
                block.Text = string.Join(
                    '\n', _blocks.Skip(i).Select(part => part.Text).Concat(lines.Select(line => line.Text)));
                block.Kind = ParagraphKind.Table;
                block.End = end;
                _blocks.RemoveRange(i + 1, _blocks.Count - i - 1);
                _lastLines.RemoveRange(i + 1, _lastLines.Count - i - 1);
                _lastLines[i] = lines[^1];
                return true;
            }

            if (block.Text.Length > LongestEntry || Prose.EndsSentence(block.Text))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Joins what begins a page or a column with a small letter to the paragraph it goes on from, though a letterhead,
    /// a caption or notes stand between them.
    /// </summary>
    private bool TryContinue(LayoutLine first, Block block)
    {
        int seen = 0;
        for (int i = _blocks.Count - 1; i >= 0 && seen <= MostBetween; i--)
        {
            Block last = _blocks[i];
            LayoutLine line = _lastLines[i];
            bool isElsewhere = line.Page != first.Page || first.Bottom < line.Bottom;
            bool isNear = first.Page.Number - line.Page.Number <= 1 && Math.Abs(line.Size - first.Size) < 1.2;
            if (isElsewhere && isNear && BlockJoin.IsCut(last, block, isAtBreak: false) && last.Lines > 1)
            {
                BlockJoin.Append(last, block, _vocabulary);
                _lastLines[i] = first;
                return true;
            }

            bool isPassable = last.Kind == ParagraphKind.Footnote || last.Text.Length < 120
                && !Prose.EndsSentence(last.Text);
            if (!isPassable)
            {
                return false;
            }

            seen += last.Kind == ParagraphKind.Footnote ? 0 : 1;
        }

        return false;
    }
}
