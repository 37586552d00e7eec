namespace Search.Corpus.Paragraphs;

/// <summary>A line of plain text.</summary>
/// <param name="Start">Offset of its first code unit.</param>
/// <param name="Length">Length without the line end.</param>
internal readonly record struct TextLine(int Start, int Length)
{
    /// <summary>Offset behind it.</summary>
    public int End => Start + Length;

    /// <summary>Cuts a text at CR, LF, CRLF; a form feed begins the line behind it.</summary>
    public static List<TextLine> Cut(string text)
    {
        List<TextLine> lines = [];
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085')
            {
                lines.Add(new TextLine(start, i - start));
                i += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                start = i + 1;
            }
        }

        lines.Add(new TextLine(start, text.Length - start));
        return lines;
    }

    /// <summary>The line as a span.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}
