using System.Globalization;
using Search.Passages.Search;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>One unit of a document, as its kind is set.</summary>
internal static class DocumentUnit
{
    /// <summary>The hits before and behind a hit, by id; null at the ends.</summary>
    /// <param name="Before">The one before.</param>
    /// <param name="After">The one behind.</param>
    internal sealed record Neighbours(string? Before, string? After);

    /// <summary>Writes it, with an anchor by its id and one by its number.</summary>
    public static void Write(
        HtmlWriter html, PassageHit unit, IReadOnlyList<PassageSpan> spans, Neighbours? neighbours, Catalogue catalogue)
    {
        string number = unit.Number.ToString(CultureInfo.InvariantCulture);
        html.Start("div", ("class", $"unit unit-{unit.Kind}" + (neighbours is null ? "" : " is-hit")), ("id", unit.Id))
            .Leaf("a", number, ("class", "number"), ("id", "p" + number), ("href", PageUrl.Paragraph(unit.Id)),
                ("title", $"Permalink of paragraph {number}"));
        html.Start("div", ("class", "body"));
        string tag = Tag(unit);
        html.Start(tag, ("class", "text"), ("lang", unit.Language), ("dir", "auto"));
        Marked.Write(html, unit.Text, spans, "text").End(tag);
        ThemeChips.Write(html, unit, catalogue);
        if (neighbours is not null && (neighbours.Before ?? neighbours.After) is not null)
        {
            html.Start("p", ("class", "jump"));
            Jump(html, neighbours.Before, "↑ Previous match");
            Jump(html, neighbours.After, "↓ Next match");
            html.End("p");
        }

        html.Leaf("p", Citation.Of(unit), ("class", "citation")).End("div").End("div").Line();
    }

    // The path of a heading names those above it and itself or not, by the format; its length is the level.
    private static string Tag(PassageHit unit)
    {
        if (unit.Kind != "heading")
        {
            return unit.Kind == "table" ? "pre" : "p";
        }

        int depth = string.IsNullOrEmpty(unit.Heading) ? 0 : unit.Heading.Split(" › ").Length;
        return depth switch { 0 => "h2", 1 => "h3", _ => "h4" };
    }

    private static void Jump(HtmlWriter html, string? id, string label)
    {
        if (id is not null)
        {
            html.Leaf("a", label, ("href", "#" + id));
        }
    }
}
