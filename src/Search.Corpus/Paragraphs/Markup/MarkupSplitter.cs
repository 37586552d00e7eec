using System.Globalization;
using System.Text;

namespace Search.Corpus.Paragraphs.Markup;

/// <summary>
/// Units of a markup document: one a block of text; a block that holds nothing but a number belongs to the one behind
/// it, be it a cell of a layout table, a column of a grid, or an element for numbers; notes stand behind their
/// paragraph.
/// </summary>
internal sealed class MarkupSplitter
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];
    private readonly List<MarkupNode> _notes = [];
    private readonly StringBuilder _open = new();
    private string _number = "";
    private ParagraphKind _kind = ParagraphKind.Paragraph;
    private int _level;
    private bool _isNumber;
    private readonly CancellationToken _cancellation;
    private int _breaks;

    private MarkupSplitter(CancellationToken cancellation) => _cancellation = cancellation;

    /// <summary>Splits a document.</summary>
    /// <param name="roots">Elements that hold the main text, in order.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Extraction Split(IEnumerable<MarkupNode> roots, CancellationToken cancellation = default)
    {
        MarkupSplitter splitter = new(cancellation);
        foreach (MarkupNode root in roots)
        {
            splitter.Walk(root);
            splitter.Flush();
            splitter.FlushNumber();
        }

        return new Extraction(splitter._text.ToString(), splitter._blocks);
    }

    // Recursive: the depth of the tree was bounded when it was built.
    private void Walk(MarkupNode node)
    {
        if (node.IsText)
        {
            Append(node.Text);
            return;
        }

        switch (MarkupRoles.Of(node))
        {
            case MarkupRole.Skip:
                return;
            case MarkupRole.Inline:
                WalkInline(node);
                return;
            case MarkupRole.Break:
                Break(node);
                return;
            case MarkupRole.Note when _open.Length > 0 || node.Name == "authorialnote":
                _notes.Add(node);
                return;
            case MarkupRole.Note:
                WalkAs(node, ParagraphKind.Footnote, 0);
                return;
            case MarkupRole.Heading:
                WalkAs(node, ParagraphKind.Heading, MarkupRoles.LevelOf(node));
                return;
            case MarkupRole.Item:
                WalkAs(node, ParagraphKind.Item, _kind == ParagraphKind.Item ? _level + 1 : 1);
                return;
            case MarkupRole.Signature:
                WalkAs(node, ParagraphKind.Signature, 0);
                return;
            case MarkupRole.Other:
                WalkAs(node, ParagraphKind.Other, 0);
                return;
            case MarkupRole.Number:
                Flush();
                _isNumber = true;
                WalkChildren(node);
                Flush();
                _isNumber = false;
                return;
            case MarkupRole.Table:
                Flush();
                WalkTable(node);
                return;
            case MarkupRole.Preformatted:
                Flush();
                TakePreformatted(node);
                return;
            default:
                Flush();
                WalkChildren(node);
                Flush();
                return;
        }
    }

    private void WalkChildren(MarkupNode node)
    {
        _cancellation.ThrowIfCancellationRequested();
        foreach (MarkupNode child in node.Children)
        {
            Walk(child);
        }
    }

    private void WalkAs(MarkupNode node, ParagraphKind kind, int level)
    {
        Flush();
        (ParagraphKind outerKind, int outerLevel) = (_kind, _level);
        (_kind, _level) = (kind, level);
        WalkChildren(node);
        Flush();
        (_kind, _level) = (outerKind, outerLevel);
    }

    private void WalkInline(MarkupNode node)
    {
        if (node.Name is "quot.start" or "quot.end"
            && int.TryParse(node["code"], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code)
            && Rune.TryCreate(code, out Rune quote))
        {
            Append(quote.ToString());
            return;
        }

        if (node.Name == "tab")
        {
            Append(" ");
        }

        if (node.Name == "sup" && IsNoteMark(node))
        {
            foreach (char c in node.AllText().Trim())
            {
                Append(char.IsAsciiDigit(c) ? Superscripts[c - '0'].ToString() : c.ToString());
            }

            return;
        }

        WalkChildren(node);
    }

    // A raised number behind a word is a note's mark; set as a superscript it does not run into the word.
    private bool IsNoteMark(MarkupNode node)
    {
        string text = node.AllText().Trim();
        return text.Length is > 0 and < 5 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0
            && _open.Length > 0 && _open[^1] != '(';
    }

    private void Append(string text)
    {
        _breaks = string.IsNullOrWhiteSpace(text) ? _breaks : 0;
        if (_open.Length > 0 || !string.IsNullOrWhiteSpace(text))
        {
            _open.Append(text);
        }
    }

    private void Break(MarkupNode node)
    {
        _breaks++;
        _open.Append(' ');
        if (node.Name == "hr" || _breaks >= 2)
        {
            Flush();
        }
    }

    private void TakePreformatted(MarkupNode node)
    {
        int start = _text.Length;
        Extraction inner = TextSplitter.Split(node.AllText(), 0, _cancellation);
        _text.Append(inner.Text).Append('\n');
        foreach (Block block in inner.Blocks)
        {
            _blocks.Add(new Block
            {
                Kind = block.Kind,
                IsGuess = block.IsGuess,
                Text = block.Text,
                Level = block.Level,
                Start = start + block.Start,
                End = start + block.End,
            });
        }
    }

    private void WalkTable(MarkupNode table)
    {
        List<List<MarkupNode>> rows = TableShape.RowsOf(table);
        if (TableShape.IsLayout(table, rows))
        {
            WalkChildren(table);
            Flush();
            return;
        }

        TableText text = new();
        foreach (List<MarkupNode> row in rows)
        {
            text.AddRow(row.Select(cell => cell.AllText()));
        }

        FlushNumber();
        EmitText(text.ToString(), ParagraphKind.Table, 0, null);
    }

    private void Flush()
    {
        string text = _open.Length == 0 ? "" : LineJoiner.Clean(_open.ToString());
        _open.Clear();
        _breaks = 0;
        if (text.Length > 0)
        {
            TakeText(text);
        }

        if (_notes.Count == 0 || _number.Length > 0)
        {
            return;
        }

        MarkupNode[] notes = [.. _notes];
        _notes.Clear();
        foreach (MarkupNode note in notes)
        {
            WalkAs(note, ParagraphKind.Footnote, 0);
        }
    }

    private void TakeText(string text)
    {
        bool isBareMark = text.Length <= 12 && ListMark.Of(text + " x").Length > text.Length;
        if (isBareMark || _isNumber || text is "—" or "–" or "-")
        {
            FlushNumber();
            _number = text;
            return;
        }

        bool isListMark = _number.Length > 0
            && (_number.Length <= 2 || ListMark.Of(_number + " x").Length > _number.Length);
        if (_number.Length > 0 && !isListMark && _kind != ParagraphKind.Heading)
        {
            FlushNumber();
        }

        string whole = _number.Length > 0 && _number is not ("—" or "–" or "-") ? $"{_number} {text}" : text;
        ParagraphKind kind = _number.Length > 0 && _kind == ParagraphKind.Paragraph
            && !char.IsAsciiDigit(_number.Trim('(')[0])
            ? ParagraphKind.Item
            : _kind;
        string? mark = _kind == ParagraphKind.Footnote ? MarkOf(_number.Length > 0 ? _number : text) : null;
        _number = "";
        EmitText(whole, kind, _level, mark);
    }

    private static string? MarkOf(string text)
    {
        string mark = new([.. text.TrimStart('(', '[', ' ').TakeWhile(char.IsLetterOrDigit)]);
        return mark.Length is > 0 and <= 4 ? mark : null;
    }

    /// <summary>A number that nothing followed is a heading of its own ("Article 1") or a stray.</summary>
    private void FlushNumber()
    {
        string number = _number;
        _number = "";
        if (number.Any(char.IsLetter) || number.Length > 4)
        {
            EmitText(number, ParagraphKind.Heading, 4, null);
        }
    }

    private void EmitText(string text, ParagraphKind kind, int level, string? mark)
    {
        if (text.Length == 0)
        {
            return;
        }

        int start = _text.Length;
        _text.Append(text).Append('\n');
        _blocks.Add(new Block
        {
            Kind = kind,
            Text = text,
            Level = level,
            Mark = mark,
            Start = start,
            End = start + text.Length,
        });
    }
}
