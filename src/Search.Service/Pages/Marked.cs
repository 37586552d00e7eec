using Search.Passages.Search;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>Writes text with the stretches that matched marked.</summary>
internal static class Marked
{
    /// <summary>Writes the whole text.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="text">The text.</param>
    /// <param name="spans">What matched; only spans of the field count.</param>
    /// <param name="field">Field the text is of.</param>
    public static HtmlWriter Write(HtmlWriter html, string text, IReadOnlyList<PassageSpan> spans, string field) =>
        Write(html, text, Ranges(text, spans, field), new TextRange(0, text.Length));

    /// <summary>Writes what a list shows of a hit; an ellipsis stands for what is left out.</summary>
    /// <returns>Whether anything was left out.</returns>
    public static bool WriteSnippet(HtmlWriter html, PassageHit hit)
    {
        string text = hit.Text;
        if (hit.Snippet.Count == 0)
        {
            Write(html, text, hit.Spans, "text");
            return false;
        }

        List<TextRange> marks = Ranges(text, hit.Spans, "text");
        List<TextRange> windows = CodePoints.ToRanges(text, hit.Snippet.Select(one => (one.Start, one.End)));
        int shown = 0;
        foreach (TextRange window in windows)
        {
            html.Text(window.Start == 0 ? "" : shown == 0 ? "… " : " … ");
            Write(html, text, marks, window);
            shown = window.End;
        }

        html.Text(shown < text.Length ? " …" : "");
        return shown < text.Length || windows.Count > 1 || windows is [{ Start: > 0 }];
    }

    private static List<TextRange> Ranges(string text, IReadOnlyList<PassageSpan> spans, string field) =>
        CodePoints.ToRanges(
            text, spans.Where(span => span.Field.Equals(field, StringComparison.Ordinal))
                .Select(span => (span.Start, span.End)));

    private static HtmlWriter Write(HtmlWriter html, string text, List<TextRange> marks, TextRange window)
    {
        int at = window.Start;
        foreach (TextRange mark in marks.Where(mark => mark.Start >= window.Start && mark.End <= window.End))
        {
            html.Text(text.AsSpan(at, mark.Start - at)).Leaf("mark", text[mark.Start..mark.End]);
            at = mark.End;
        }

        return html.Text(text.AsSpan(at, window.End - at));
    }
}
