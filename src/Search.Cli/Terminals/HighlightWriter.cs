using System.Text;
using Search.Passages.Search;

namespace Search.Cli.Terminals;

/// <summary>Writes a text with its spans marked, on terminals that can; elsewhere the text alone.</summary>
internal sealed class HighlightWriter(Terminal terminal)
{
    private const string Mark = "\u001b[1;33m";
    private const string Plain = "\u001b[0m";

    /// <summary>The text of a field with the spans that lie in it marked; spans that overlap are one mark.</summary>
    /// <param name="text">The whole text of the field.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="spans">Spans in code points of their fields, in order of field and start.</param>
    public string Render(string text, string field, IReadOnlyList<PassageSpan> spans) =>
        Render(text, 0, field, spans);

    /// <summary>The snippet of a hit, marked; an ellipsis stands for what is left out.</summary>
    public string Render(PassageHit hit)
    {
        if (hit.Snippet.Count == 0)
        {
            return Render(hit.Text, "text", hit.Spans);
        }

        var rendered = new StringBuilder();
        Rune[] text = [.. hit.Text.EnumerateRunes()];
        int shown = 0;
        foreach (PassageStretch stretch in hit.Snippet)
        {
            string part = string.Concat(text[stretch.Start..stretch.End]);
            _ = rendered.Append(stretch.Start == 0 ? "" : shown == 0 ? "… " : " … ")
                .Append(Render(part, stretch.Start, "text", hit.Spans));
            shown = stretch.End;
        }

        return rendered.Append(shown < text.Length ? " …" : "").ToString();
    }

    /// <summary>A part of a text, with the spans of the whole marked in it.</summary>
    /// <param name="text">A part of the text of the field.</param>
    /// <param name="point">Where it begins, in code points.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="spans">Spans of the whole text.</param>
    private string Render(string text, int point, string field, IReadOnlyList<PassageSpan> spans)
    {
        if (!terminal.IsColoured)
        {
            return text;
        }

        var rendered = new StringBuilder(text.Length + (spans.Count * 12));
        int markedTo = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (markedTo > 0 && point == markedTo)
            {
                _ = rendered.Append(Plain);
                markedTo = 0;
            }

            foreach (PassageSpan span in spans)
            {
                if (span.Field == field && span.Start == point && span.End > Math.Max(markedTo, point))
                {
                    _ = markedTo == 0 ? rendered.Append(Mark) : rendered;
                    markedTo = span.End;
                }
            }

            _ = rendered.Append(rune.ToString());
            point++;
        }

        return markedTo > 0 ? rendered.Append(Plain).ToString() : rendered.ToString();
    }

    /// <summary>A text set off from the rest.</summary>
    public string Strong(string text) => terminal.IsColoured ? $"\u001b[1m{text}{Plain}" : text;

    /// <summary>A text set back from the rest.</summary>
    public string Faint(string text) => terminal.IsColoured ? $"\u001b[2m{text}{Plain}" : text;
}
