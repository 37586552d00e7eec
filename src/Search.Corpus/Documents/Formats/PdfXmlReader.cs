using System.Globalization;
using System.Net;
using System.Text;
using Search.Corpus.Paragraphs.Layout;

namespace Search.Corpus.Documents.Formats;

/// <summary>
/// Reads what <c>pdftohtml -xml</c> writes, line by line: it is not always well-formed, so no XML parser is asked.
/// </summary>
internal sealed class PdfXmlReader
{
    private const int LongestLine = 1_000_000;
    private readonly Dictionary<string, FontFace> _fonts = new(StringComparer.Ordinal);
    private readonly int _maxTextLength;
    private int _length;

    /// <summary>Takes the limit.</summary>
    public PdfXmlReader(int maxTextLength) => _maxTextLength = maxTextLength;

    /// <summary>Reads to the end.</summary>
    /// <exception cref="ReadException">There is more text than the limit allows.</exception>
    public List<LayoutPage> Read(StreamReader output)
    {
        List<LayoutPage> pages = [];
        while (output.ReadLine() is string line)
        {
            ReadOnlySpan<char> trimmed = line.AsSpan().TrimStart();
            if (trimmed.StartsWith("<page ", StringComparison.Ordinal))
            {
                pages.Add(new LayoutPage(pages.Count + 1, Number(trimmed, " width=\""), Number(trimmed, " height=\"")));
            }
            else if (trimmed.StartsWith("<fontspec ", StringComparison.Ordinal))
            {
                AddFont(trimmed);
            }
            else if (trimmed.StartsWith("<text ", StringComparison.Ordinal) && pages.Count > 0
                && line.Length < LongestLine)
            {
                AddText(trimmed, pages[^1]);
            }
        }

        return pages;
    }

    private void AddFont(ReadOnlySpan<char> line)
    {
        string family = Attribute(line, " family=\"").ToString();
        int plus = family.IndexOf('+', StringComparison.Ordinal);
        family = plus == 6 ? family[7..] : family;
        bool isBold = family.Contains("bold", StringComparison.OrdinalIgnoreCase)
            || family.Contains("black", StringComparison.OrdinalIgnoreCase)
            || family.Contains("heavy", StringComparison.OrdinalIgnoreCase);
        _fonts[Attribute(line, " id=\"").ToString()] = new FontFace(Math.Max(1, Number(line, " size=\"")), family,
            isBold);
    }

    private void AddText(ReadOnlySpan<char> line, LayoutPage page)
    {
        int start = line.IndexOf('>');
        int end = line.LastIndexOf("</text>", StringComparison.Ordinal);
        if (start < 0)
        {
            return;
        }

        ReadOnlySpan<char> head = line[..(start + 1)];
        ReadOnlySpan<char> content = end > start ? line[(start + 1)..end] : line[(start + 1)..];
        bool isBold = IsAllBold(content);
        string text = WithoutTags(content);
        _length += text.Length;
        if (_length > _maxTextLength)
        {
            throw new ReadException(ReasonCodes.TooLarge, $"more than {_maxTextLength} characters of text");
        }

        if (text.Length == 0)
        {
            return;
        }

        FontFace font = _fonts.GetValueOrDefault(Attribute(head, " font=\"").ToString()) ?? new FontFace(12, "", false);
        page.Fragments.Add(new Fragment(
            text,
            Number(head, " left=\""),
            Number(head, " top=\""),
            Number(head, " width=\""),
            Number(head, " height=\""),
            isBold && !font.IsBold ? font with { IsBold = true } : font));
    }

    // A piece may be bold in part: "<b>Term:</b> what it means" is no bold line.
    private static bool IsAllBold(ReadOnlySpan<char> content)
    {
        int open = content.IndexOf("<b>", StringComparison.Ordinal);
        int close = content.LastIndexOf("</b>", StringComparison.Ordinal);
        return open >= 0 && close > open && !HasLetter(content[..open]) && !HasLetter(content[(close + 4)..]);
    }

    private static bool HasLetter(ReadOnlySpan<char> content)
    {
        bool isInTag = false;
        foreach (char c in content)
        {
            if (c is '<' or '>')
            {
                isInTag = c == '<';
            }
            else if (!isInTag && char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutTags(ReadOnlySpan<char> content)
    {
        StringBuilder text = new(content.Length);
        bool isInTag = false;
        foreach (char c in content)
        {
            if (c == '<')
            {
                isInTag = true;
            }
            else if (c == '>' && isInTag)
            {
                isInTag = false;
            }
            else if (!isInTag)
            {
                text.Append(c);
            }
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    private static ReadOnlySpan<char> Attribute(ReadOnlySpan<char> line, string name)
    {
        int at = line.IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
        {
            return default;
        }

        ReadOnlySpan<char> rest = line[(at + name.Length)..];
        int end = rest.IndexOf('"');
        return end < 0 ? default : rest[..end];
    }

    private static double Number(ReadOnlySpan<char> line, string name) =>
        double.TryParse(Attribute(line, name), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value) && Math.Abs(value) < 1e7
            ? value
            : 0;
}
