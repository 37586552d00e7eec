using System.Text.RegularExpressions;
using Search.Corpus.Paragraphs;
using Search.Queries.Dates;

namespace Search.Corpus.Documents.Metadata;

/// <summary>
/// What the first units of a document say of it: title, date line, "Statement by", a UN symbol, its type.
/// </summary>
internal static partial class FirstPage
{
    private const int UnitsToLookAt = 16;

    /// <summary>Reads the first units.</summary>
    public static MetadataValues Read(IReadOnlyList<Paragraph> paragraphs)
    {
        Paragraph[] first = [.. paragraphs.Take(UnitsToLookAt)];
        string? title = TitleOf(first);
        string all = string.Join('\n', first.Where(unit => unit.Text.Length < 400).Select(unit => unit.Text));
        string? symbol = Symbol().Match(all) is { Success: true } match ? match.Value : null;
        Match speaker = Speaker().Match(all);
        return new MetadataValues
        {
            Title = title,
            Date = DateOf(first)?.Text,
            Issuer = symbol is not null ? IssuerOf(symbol) : speaker.Success ? speaker.Groups["who"].Value.Trim()
                : null,
            Type = TypeOf(title ?? "")
                ?? (symbol?.Contains("/RES/", StringComparison.Ordinal) == true ? "resolution" : null),
        };
    }

    private static string? TitleOf(Paragraph[] first)
    {
        Paragraph? heading = first.FirstOrDefault(unit => unit.Kind == ParagraphKind.Heading && unit.Text.Length > 3);
        Paragraph? opening = first.FirstOrDefault(unit => unit.Text.Length is > 3 and < 200);
        string? title = (heading ?? opening)?.Text;
        return title is { Length: > 300 } ? title[..300] : title;
    }

    private static PartialDate? DateOf(Paragraph[] first)
    {
        foreach (Paragraph unit in first)
        {
            bool isLine = unit.Text.Length < 120 && unit.Kind is not ParagraphKind.Footnote;
            if (isLine && DateFinder.Find(unit.Text) is PartialDate date)
            {
                return date;
            }
        }

        return null;
    }

    private static string IssuerOf(string symbol) => symbol[0] switch
    {
        'A' => "United Nations General Assembly",
        'S' => "United Nations Security Council",
        'E' => "United Nations Economic and Social Council",
        _ => "United Nations",
    };

    private static string? TypeOf(string title)
    {
        foreach (string type in (ReadOnlySpan<string>)["press release", "statement", "resolution", "directive",
            "regulation",
            "convention", "treaty", "protocol", "letter", "submission", "speech", "report", "policy", "bill", "act"])
        {
            int at = title.IndexOf(type, StringComparison.OrdinalIgnoreCase);
            bool isWord = at >= 0 && (at == 0 || !char.IsLetter(title[at - 1]))
                && (at + type.Length == title.Length || !char.IsLetter(title[at + type.Length]));
            if (isWord)
            {
                return type;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\b(?:A|S|E)/(?:(?:RES|HRC|C\.\d|CN\.\d+|AC\.\d+|CONF\.\d+|PV\.\d+)/)?\d[\w./()-]*")]
    private static partial Regex Symbol();

    [GeneratedRegex(
        @"(?:statement|remarks|address|speech|intervention|declaration)\s+(?:by|of|delivered by|"
            + @"de)\s+(?<who>[^\n]{3,120})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Speaker();
}
