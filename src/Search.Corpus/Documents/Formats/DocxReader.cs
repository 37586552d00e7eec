using System.Globalization;
using System.Text;
using Search.Corpus.Paragraphs;
using Search.Corpus.Paragraphs.Markup;

namespace Search.Corpus.Documents.Formats;

/// <summary>
/// Reads the main story of a Word document: its paragraphs with their styles, lists with the numbers that Word shows,
/// tables, and footnotes behind the paragraph that bears their mark. Deleted text and field codes are left out.
/// </summary>
internal sealed class DocxReader
{
    private readonly DocxStyles _styles;
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];
    private readonly Dictionary<string, MarkupNode> _notes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _counters = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Mark)> _pendingNotes = [];
    private readonly CancellationToken _cancellation;
    private int _noteNumber;

    private DocxReader(DocxStyles styles, CancellationToken cancellation)
    {
        _styles = styles;
        _cancellation = cancellation;
    }

    /// <summary>Reads.</summary>
    public static Extraction Read(ZipPackage package, FileContent file)
    {
        DocxReader reader = new(DocxStyles.Read(package, file), file.Cancellation);
        foreach (string part in (ReadOnlySpan<string>)["footnotes", "endnotes"])
        {
            using MemoryStream? stream = package.Read($"word/{part}.xml");
            if (stream is not null)
            {
                reader.AddNotes(MarkupTrees.FromXml(stream, file), part[..^1]);
            }
        }

        using MemoryStream document = package.Read("word/document.xml")
            ?? throw new ReadException(ReasonCodes.Damaged, "the archive has no part 'word/document.xml'");
        MarkupNode root = MarkupTrees.FromXml(document, file);
        reader.Walk(root.Descendants().FirstOrDefault(node => node.Name == "body") ?? root);
        return new Extraction(reader._text.ToString(), reader._blocks);
    }

    private void AddNotes(MarkupNode root, string name)
    {
        foreach (MarkupNode note in root.Descendants().Where(node => node.Name == name))
        {
            if (note["type"].Length == 0)
            {
                _notes[name + note["id"]] = note;
            }
        }
    }

    // The depth of the tree was bounded when it was built.
    private void Walk(MarkupNode node)
    {
        _cancellation.ThrowIfCancellationRequested();
        foreach (MarkupNode child in node.Children)
        {
            switch (child.Name)
            {
                case "p":
                    TakeParagraph(child);
                    break;
                case "tbl":
                    TakeTable(child);
                    break;
                case "sectpr" or "del" or "movefrom" or "fallback" or "":
                    break;
                default:
                    Walk(child);
                    break;
            }
        }
    }

    private void TakeParagraph(MarkupNode paragraph)
    {
        StringBuilder raw = new();
        Collect(paragraph, raw);
        string text = LineJoiner.Clean(raw.ToString());
        if (text.Length > 0)
        {
            AddParagraph(paragraph, text);
        }

        foreach ((string id, string mark) in _pendingNotes)
        {
            AddNote(id, mark);
        }

        _pendingNotes.Clear();
    }

    private void AddParagraph(MarkupNode paragraph, string text)
    {
        (string style, string? list, int level) = StyleOf(paragraph);
        int heading = _styles.HeadingLevel(style);
        bool isSentence = text.Length > 100 && Prose.EndsSentence(text);
        ListMark typed = ListMark.Of(text);
        bool isItem = list is not null and not "0" || typed.Kind != ListMarkKind.None;
        if (list is not null and not "0" && _styles.LevelOf(list, level) is { } format
            && typed.Kind == ListMarkKind.None)
        {
            string number = DocxNumbers.Next(_counters, list, level, format, i => _styles.LevelOf(list, i));
            text = number.Length > 0 ? $"{number} {text}" : text;
        }

        if (typed.Kind == ListMarkKind.Bullet)
        {
            text = text[typed.Length..];
        }

        bool isHeading = heading > 0 && !isSentence;
        bool isBold = !isHeading && !isItem && text.Length < 120 && !Prose.EndsSentence(text) && IsBold(paragraph);
        ParagraphKind kind = isHeading || isBold ? ParagraphKind.Heading : isItem ? ParagraphKind.Item
            : ParagraphKind.Paragraph;
        Add(text, kind, isHeading ? heading : isBold ? 7 : isItem ? level + 1 : 0, null,
            kind == ParagraphKind.Paragraph);
    }

    private (string Style, string? List, int Level) StyleOf(MarkupNode paragraph)
    {
        MarkupNode? properties = paragraph.Children.FirstOrDefault(node => node.Name == "ppr");
        string style = properties?.Children.FirstOrDefault(node => node.Name == "pstyle")?["val"] ?? "";
        MarkupNode? numbering = properties?.Children.FirstOrDefault(node => node.Name == "numpr");
        string? list = numbering?.Children.FirstOrDefault(node => node.Name == "numid")?["val"]
            ?? _styles.ListOf(style);
        string? depth = numbering?.Children.FirstOrDefault(node => node.Name == "ilvl")?["val"];
        int level = int.TryParse(depth, CultureInfo.InvariantCulture, out int at) ? Math.Clamp(at, 0, 8) : 0;
        return (style, list is "0" ? null : list, level);
    }

    private void AddNote(string id, string mark)
    {
        if (!_notes.TryGetValue(id, out MarkupNode? note))
        {
            return;
        }

        StringBuilder raw = new();
        foreach (MarkupNode paragraph in note.Descendants().Where(node => node.Name == "p"))
        {
            Collect(paragraph, raw);
            raw.Append(' ');
        }

        string text = LineJoiner.Clean(raw.ToString());
        if (text.Length > 0)
        {
            Add($"{mark} {text}", ParagraphKind.Footnote, 0, mark, isGuess: false);
        }
    }

    private void Collect(MarkupNode node, StringBuilder text)
    {
        foreach (MarkupNode child in node.Children)
        {
            switch (child.Name)
            {
                case "t":
                    text.Append(child.AllText());
                    break;
                case "tab" or "br" or "cr":
                    text.Append(' ');
                    break;
                case "nobreakhyphen":
                    text.Append('-');
                    break;
                case "footnotereference" or "endnotereference" when _notes.ContainsKey(child.Name[..^9] + child["id"]):
                    string mark = (++_noteNumber).ToString(CultureInfo.InvariantCulture);
                    _pendingNotes.Add((child.Name[..^9] + child["id"], mark));
                    text.Append(DocxNumbers.Raised(mark));
                    break;
                case "ppr" or "rpr" or "del" or "movefrom" or "instrtext" or "deltext" or "fallback" or "":
                    break;
                default:
                    Collect(child, text);
                    break;
            }
        }
    }

    private static bool IsBold(MarkupNode paragraph)
    {
        MarkupNode[] runs = [.. paragraph.Descendants().Where(node => node.Name == "r"
            && node.AllText().Trim().Length > 0)];
        return runs.Length > 0 && Array.TrueForAll(runs, run => run.Children.Any(properties => properties.Name == "rpr"
            && properties.Children.Any(node => node.Name == "b" && node["val"] is not ("0" or "false"))));
    }

    private void TakeTable(MarkupNode table)
    {
        MarkupNode[][] rows =
        [
            .. table.Children.Where(node => node.Name == "tr")
                .Select(row => row.Descendants().Where(node => node.Name == "tc" && RowOf(node) == row).ToArray()),
        ];
        bool isLayout = Array.TrueForAll(rows, row => row.Length <= 1) || Array.Exists(rows, row => Array.Exists(
            row, cell => cell.TextLength() > 600 || cell.Descendants().Any(node => node.Name == "tbl")));
        if (isLayout)
        {
            foreach (MarkupNode cell in rows.SelectMany(row => row))
            {
                Walk(cell);
            }

            return;
        }

        TableText text = new();
        foreach (MarkupNode[] row in rows)
        {
            text.AddRow(row.Select(CellText));
        }

        Add(text.ToString(), ParagraphKind.Table, 0, null, isGuess: false);
    }

    private static MarkupNode? RowOf(MarkupNode cell)
    {
        MarkupNode? node = cell.Parent;
        while (node is not null && node.Name != "tr")
        {
            node = node.Parent;
        }

        return node;
    }

    private string CellText(MarkupNode cell)
    {
        StringBuilder text = new();
        foreach (MarkupNode paragraph in cell.Descendants().Where(node => node.Name == "p"))
        {
            Collect(paragraph, text);
            text.Append(' ');
        }

        return text.ToString();
    }

    private void Add(string text, ParagraphKind kind, int level, string? mark, bool isGuess)
    {
        if (text.Length == 0)
        {
            return;
        }

        int start = _text.Length;
        _text.Append(text).Append('\n');
        Block block = new()
        {
            Kind = kind,
            IsGuess = isGuess,
            Text = text,
            Level = level,
            Mark = mark,
            Start = start,
            End = start + text.Length,
        };
        if (isGuess && _blocks.Count > 0 && BlockJoin.IsCut(_blocks[^1], block, isAtBreak: false))
        {
            // A stray return in mid-sentence.
            BlockJoin.Append(_blocks[^1], block, null);
            return;
        }

        _blocks.Add(block);
    }
}
