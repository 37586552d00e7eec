using System.Buffers;

namespace Search.Corpus.Paragraphs;

/// <summary>A line of plain text.</summary>
/// <param name="Start">Offset of its first code unit.</param>
/// <param name="Length">Length without the line end.</param>
internal readonly record struct TextLine(int Start, int Length)
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029\u0085");

    /// <summary>Offset behind it.</summary>
    public int End => Start + Length;

    /// <summary>Cuts a text at CR, LF, CRLF; a form feed begins the line behind it.</summary>
    public static List<TextLine> Cut(string text)
    {
        List<TextLine> lines = new(text.Length / 48);
        int start = 0;
        while (true)
        {
            int length = text.AsSpan(start).IndexOfAny(LineEnds);
            if (length < 0)
            {
                lines.Add(new TextLine(start, text.Length - start));
                return lines;
            }

            int end = start + length;
            lines.Add(new TextLine(start, length));
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }
    }

    /// <summary>True where there is nothing but blanks in it.</summary>
    public bool IsBlankIn(string text) =>
        Length == 0 || (text[Start] is <= ' ' or > '~' && In(text).IsWhiteSpace());

    /// <summary>The line as a span.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}
