using System.Globalization;

namespace Search.Service.Texts;

/// <summary>Values of the index in words for a reader.</summary>
internal static class Words
{
    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ar"] = "Arabic",
        ["de"] = "German",
        ["el"] = "Greek",
        ["en"] = "English",
        ["es"] = "Spanish",
        ["fa"] = "Persian",
        ["fr"] = "French",
        ["he"] = "Hebrew",
        ["hi"] = "Hindi",
        ["it"] = "Italian",
        ["ja"] = "Japanese",
        ["ko"] = "Korean",
        ["nl"] = "Dutch",
        ["pl"] = "Polish",
        ["pt"] = "Portuguese",
        ["ru"] = "Russian",
        ["sv"] = "Swedish",
        ["tr"] = "Turkish",
        ["uk"] = "Ukrainian",
        ["zh"] = "Chinese",
    };

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
            "December"];

    /// <summary>A number with blanks between thousands, as print has them.</summary>
    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture)
        .Replace(',', '\u202f');

    /// <summary>A number and what is counted.</summary>
    public static string Count(long value, string one, string many) => $"{Number(value)} {(value == 1 ? one : many)}";

    /// <summary>A language by its name in English; its code where the name is not known.</summary>
    public static string Language(string code) => Languages.GetValueOrDefault(code.Split('-')[0], code);

    /// <summary>A kind of unit, in the plural.</summary>
    public static string Kinds(string kind) => kind switch
    {
        "paragraph" => "Paragraphs",
        "item" => "List items",
        "footnote" => "Footnotes",
        "heading" => "Headings",
        "signature" => "Signatures",
        "table" => "Tables",
        "other" => "Other",
        _ => kind,
    };

    /// <summary>A kind of unit, in the singular.</summary>
    public static string Kind(string kind) => kind == "item" ? "list item" : kind;

    /// <summary>An ISO date, maybe cut to month or year: 9 July 2019, July 2019, 2019.</summary>
    public static string Date(string iso)
    {
        string[] parts = iso.Split('-');
        bool hasMonth = parts.Length > 1
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int month)
            && month is >= 1 and <= 12;
        if (!hasMonth)
        {
            return iso;
        }

        string name = Months[int.Parse(parts[1], CultureInfo.InvariantCulture) - 1];
        return parts.Length > 2 ? $"{parts[2].TrimStart('0')} {name} {parts[0]}" : $"{name} {parts[0]}";
    }
}
