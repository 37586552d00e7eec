using System.Text.RegularExpressions;

namespace Search.Corpus.Paragraphs;

/// <summary>
/// Units of Markdown, by its own reading of lines rather than a parser's tree: files met in practice have headings
/// without a blank, numbered paragraphs behind a hard break, page rules in mid-sentence and two front matters, and
/// what a renderer makes of them is not what the author wrote. Blocks keep their place in the file.
/// </summary>
internal sealed partial class MarkdownSplitter
{
    private readonly string _text;
    private readonly List<TextLine> _lines;
    private readonly HyphenVocabulary _vocabulary;
    private readonly List<Block> _blocks = [];
    private readonly List<TextLine> _open = [];
    private readonly bool[] _isDropped;
    private readonly CancellationToken _cancellation;
    private ParagraphKind _kind = ParagraphKind.Paragraph;
    private int _level;
    private string? _mark;
    private int _skip;
    private bool _isAfterRule;
    private bool _isItemOpen;

    private MarkdownSplitter(string text, int start, CancellationToken cancellation)
    {
        _text = text;
        _cancellation = cancellation;
        _lines = TextLine.Cut(text);
        _lines.RemoveAll(line => line.Start < start);
        _vocabulary = new HyphenVocabulary(text);
        _isDropped = RunningLines.FindBehindRules(text, _lines, line => Rule().IsMatch(line));
    }

    /// <summary>Splits a text.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="start">Offset behind the front matter.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Extraction Split(string text, int start, CancellationToken cancellation = default)
    {
        MarkdownSplitter splitter = new(text, start, cancellation);
        splitter.Run();
        return new Extraction(text, splitter._blocks);
    }

    private void Run()
    {
        for (int i = 0; i < _lines.Count; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            string line = _lines[i].In(_text).ToString();
            string body = line.Trim();
            if (body.Length == 0 || _isDropped[i])
            {
                Flush();
            }
            else if (body[0] is '`' or '~' && Fence().IsMatch(body))
            {
                i = TakeFence(i, body[..3]);
            }
            else if (body.StartsWith("<!--", StringComparison.Ordinal)
                && !body.Contains("-->", StringComparison.Ordinal))
            {
                i = SkipTo(i, "-->");
            }
            else if (body[0] == '<' && HiddenElement().Match(body) is { Success: true } hidden)
            {
                i = SkipTo(i, $"</{hidden.Groups[1].Value}");
            }
            else if (IsTable(i))
            {
                i = TakeTable(i);
            }
            else if (!TakeSingle(i, body))
            {
                TakeText(i, line, body);
            }
        }

        Flush();
    }

    /// <summary>Lines that are a unit, or the end of one, by themselves.</summary>
    private bool TakeSingle(int i, string body)
    {
        if (!"#*-_=[{".Contains(body[0], StringComparison.Ordinal))
        {
            // Nothing that stands by itself begins so: most lines end here.
            return false;
        }

        Match heading = Heading().Match(body);
        if (heading.Success && !IsSentenceCut(heading.Groups["text"].Value))
        {
            Flush();
            Emit([_lines[i]], ParagraphKind.Heading, heading.Groups["marks"].Length,
                body.Length - heading.Groups["text"].Length);
            return true;
        }

        if (Rule().IsMatch(body))
        {
            if (_open.Count == 1 && body[0] is '-' or '=' && body.Length >= 3
                && !body.Contains(' ', StringComparison.Ordinal)
                && _open[0].Length < 120)
            {
                _kind = ParagraphKind.Heading;
                _level = body[0] == '=' ? 1 : 2;
            }

            Flush();
            _isAfterRule = true;
            return true;
        }

        if (Definition().IsMatch(body) || AttributeLine().IsMatch(body))
        {
            Flush();
            return true;
        }

        return false;
    }

    // A scan's page head turns a line in mid-sentence into a heading: "# group of such interconnected devices".
    private bool IsSentenceCut(string heading)
    {
        string before = _open.Count > 0 ? _open[^1].In(_text).ToString() : _blocks.Count > 0 ? _blocks[^1].Text : "";
        bool isText = _open.Count > 0 || (_blocks.Count > 0 && _blocks[^1].Kind != ParagraphKind.Heading);
        return isText && Prose.StartsLower(heading) && !Prose.EndsSentence(before);
    }

    private void TakeText(int i, string line, string body)
    {
        int quote = body[0] == '>' ? Quote().Match(body).Length : 0;
        body = body[quote..];
        int indent = line.Length - line.TrimStart().Length;
        if (body.StartsWith("[^", StringComparison.Ordinal)
            && FootnoteDefinition().Match(body) is { Success: true } note)
        {
            Flush();
            Begin(ParagraphKind.Footnote, 0, quote + note.Length);
            _mark = note.Groups["mark"].Value;
        }
        else if (body.StartsWith('#') && Heading().Match(body) is { Success: true } cut
            && IsSentenceCut(cut.Groups["text"].Value))
        {
            // The marks go, the text stays with its sentence.
            _open.Add(new TextLine(_lines[i].Start + _lines[i].In(_text).IndexOf(cut.Groups["text"].Value),
                cut.Groups["text"].Length));
            return;
        }
        else
        {
            bool mayBeEscaped = body.AsSpan(0, Math.Min(12, body.Length)).Contains('\\');
            ListMark mark = ListMark.Of(mayBeEscaped ? EscapedMark().Replace(body, "$1$2") : body, isGlued: true);
            if (mark.Kind != ListMarkKind.None && BeginsItem(mark, i))
            {
                Flush();
                Begin(ParagraphKind.Item, 1 + (indent / 2), quote
                    + (mark.Kind == ListMarkKind.Bullet ? mark.Length : 0));
                _isItemOpen = true;
            }
            else if (_open.Count > 0 && Divides(line, body, indent))
            {
                Flush();
            }
        }

        if (_open.Count == 0 && _kind == ParagraphKind.Paragraph)
        {
            _skip = quote;
            if (_isItemOpen && indent >= 2)
            {
                _kind = ParagraphKind.Item;
                _level = 1 + (indent / 2);
            }
            else
            {
                _isItemOpen = false;
            }
        }

        _open.Add(_lines[i]);
    }

    private void Begin(ParagraphKind kind, int level, int skip)
    {
        _kind = kind;
        _level = level;
        _skip = skip;
    }

    /// <summary>
    /// True where a mark at the start of a line begins a unit, rather than being a wrapped line's first word.
    /// </summary>
    private bool BeginsItem(ListMark mark, int i)
    {
        if (_open.Count == 0 || mark.Kind == ListMarkKind.Bullet)
        {
            return true;
        }

        ReadOnlySpan<char> before = _open[^1].In(_text);
        bool isOnlyMark = ListMark.Of(before.Trim()).Length >= before.Trim().Length && _open.Count == 1;
        return !isOnlyMark && (Prose.EndsSentence(before) || IsHardBreak(before)
            || ListMark.Follows(_open[0].In(_text).Trim(), _lines[i].In(_text).Trim())
            || before.TrimEnd().EndsWith(" and", StringComparison.Ordinal)
            || before.TrimEnd().EndsWith(" or", StringComparison.Ordinal));
    }

    private bool Divides(string line, string body, int indent)
    {
        ReadOnlySpan<char> before = _open[^1].In(_text);
        bool isEnded = Prose.EndsSentence(before);
        bool isIndented = indent >= 4 && before.Length - before.TrimStart().Length < 2
            && _kind == ParagraphKind.Paragraph;
        bool isStrongLine = _open.Count == 1 && MarkdownInline.IsStrong(before.ToString().Trim())
            && !Prose.StartsLower(body) && !Prose.EndsSentence(before.Trim());
        bool isStrongNext = MarkdownInline.IsStrong(body) && isEnded && IsHardBreak(before);
        bool isOwnLine = IsHardBreak(before) && isEnded && before.Length + line.Length > 240;
        return (isIndented && isEnded) || isStrongLine || isStrongNext || isOwnLine;
    }

    private static bool IsHardBreak(ReadOnlySpan<char> line) =>
        line.EndsWith("  ", StringComparison.Ordinal) || line.EndsWith("\\", StringComparison.Ordinal);

    private int TakeFence(int i, string fence)
    {
        Flush();
        int first = i + 1;
        int end = first;
        while (end < _lines.Count && !_lines[end].In(_text).TrimStart().StartsWith(fence, StringComparison.Ordinal))
        {
            end++;
        }

        if (end > first)
        {
            EmitRaw(_lines.GetRange(first, end - first), ParagraphKind.Other);
        }

        return end;
    }

    private int SkipTo(int i, string end)
    {
        Flush();
        while (i < _lines.Count && !_lines[i].In(_text).Contains(end, StringComparison.OrdinalIgnoreCase))
        {
            i++;
        }

        return i;
    }

    private bool IsTable(int i) =>
        i + 1 < _lines.Count && _lines[i].In(_text).Contains('|') && TableRule().IsMatch(_lines[i + 1].In(_text));

    private int TakeTable(int i)
    {
        Flush();
        TableText table = new();
        int first = i;
        for (; i < _lines.Count && _lines[i].In(_text).Contains('|'); i++)
        {
            string row = _lines[i].In(_text).ToString();
            if (!TableRule().IsMatch(row))
            {
                table.AddRow(row.Trim().Trim('|').Split('|').Select(MarkdownInline.ToText));
            }
        }

        string text = table.ToString();
        if (text.Length > 0)
        {
            _blocks.Add(new Block
            {
                Kind = ParagraphKind.Table,
                Text = text,
                Start = _lines[first].Start,
                End = _lines[i - 1].End,
            });
        }

        return i - 1;
    }

    private void Flush()
    {
        if (_open.Count > 0)
        {
            Emit(_open, _kind, _level, _skip);
            _open.Clear();
        }

        _kind = ParagraphKind.Paragraph;
        _level = 0;
        _skip = 0;
        _mark = null;
    }

    private void EmitRaw(List<TextLine> lines, ParagraphKind kind)
    {
        LineJoiner joiner = new();
        foreach (TextLine line in lines)
        {
            joiner.Add(line.In(_text));
        }

        if (!joiner.IsEmpty)
        {
            _blocks.Add(new Block
            {
                Kind = kind,
                Text = joiner.ToString(),
                Start = lines[0].Start,
                End = lines[^1].End
            });
        }
    }

    private void Emit(List<TextLine> lines, ParagraphKind kind, int level, int skip)
    {
        LineJoiner joiner = new(_vocabulary);
        joiner.Add(lines[0].In(_text).Trim()[skip..]);
        foreach (TextLine line in lines.Skip(1))
        {
            ReadOnlySpan<char> body = line.In(_text).Trim();
            joiner.Add(body.StartsWith('>') ? body[1..] : body.EndsWith("\\", StringComparison.Ordinal) ? body[..^1]
                : body);
        }

        string markup = joiner.ToString();
        if (kind == ParagraphKind.Heading)
        {
            markup = markup.TrimEnd('#');
        }

        bool isStrong = MarkdownInline.IsStrong(markup);
        string text = LineJoiner.Clean(MarkdownInline.ToText(markup));
        if (text.Length == 0)
        {
            return;
        }

        bool isStrongHeading = isStrong && kind == ParagraphKind.Paragraph && text.Length < 160 && !text.EndsWith('.');
        Block block = new()
        {
            Kind = isStrongHeading ? ParagraphKind.Heading : kind,
            IsGuess = kind == ParagraphKind.Paragraph && !isStrongHeading,
            Level = isStrongHeading ? 5 : level,
            Text = text,
            Mark = _mark,
            Start = lines[0].Start,
            End = lines[^1].End,
            IsAfterBreak = _isAfterRule,
            Lines = lines.Count,
        };
        bool isCut = _isAfterRule && kind == ParagraphKind.Paragraph;
        _isAfterRule = false;
        if (_blocks.Count > 0 && kind == ParagraphKind.Paragraph && !isStrongHeading
            && BlockJoin.IsCut(_blocks[^1], block, isCut))
        {
            BlockJoin.Append(_blocks[^1], block, _vocabulary);
            return;
        }

        _blocks.Add(block);
    }

    // "\(i\) text", as converters protect it.
    [GeneratedRegex(@"^\\?(\(?[0-9a-zA-Z.]{1,8})\\([.)])")]
    private static partial Regex EscapedMark();

    [GeneratedRegex("^(```|~~~)")]
    private static partial Regex Fence();

    [GeneratedRegex("^<(script|style)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex HiddenElement();

    // Two or more marks may stand without a blank: "####Illegal access".
    [GeneratedRegex(@"^(?<marks>#{1,6})(?:\s+|(?<=##)(?=[^\s#]))(?<text>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|={3,})$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\[[^\]^][^\]]{0,80}\]:\s*\S+(?:\s+[""'(].*)?$")]
    private static partial Regex Definition();

    [GeneratedRegex(@"^\{[:%{].*[}%]\}?$")]
    private static partial Regex AttributeLine();

    [GeneratedRegex(@"^\[\^(?<mark>[^\]\s]{1,40})\]:\s*")]
    private static partial Regex FootnoteDefinition();

    [GeneratedRegex(@"^(?:>\s?)+")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*$")]
    private static partial Regex TableRule();
}
