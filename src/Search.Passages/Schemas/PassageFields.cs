namespace Search.Passages.Schemas;

/// <summary>Names of the fields of a passage.</summary>
internal static class PassageFields
{
    /// <summary>The paragraph's text; what a clause without a field asks.</summary>
    public const string Text = "text";

    /// <summary>Title of its document.</summary>
    public const string Title = "title";

    /// <summary>Headings above it, outermost first, joined by <see cref="HeadingSeparator"/>.</summary>
    public const string Heading = "heading";

    /// <summary>Address of the paragraph.</summary>
    public const string Id = "id";

    /// <summary>Id of its document.</summary>
    public const string Document = "doc";

    /// <summary>Ids of its themes.</summary>
    public const string Theme = "theme";

    /// <summary>Who issued its document, folded.</summary>
    public const string Issuer = "issuer";

    /// <summary>Type of its document, folded.</summary>
    public const string Type = "type";

    /// <summary>Its language, folded.</summary>
    public const string Language = "lang";

    /// <summary>Its kind.</summary>
    public const string Kind = "kind";

    /// <summary>Year of its document.</summary>
    public const string Year = "year";

    /// <summary>Date of its document, an interval of days.</summary>
    public const string Date = "date";

    /// <summary>Its place in the document.</summary>
    public const string Number = "number";

    /// <summary>The page it begins on.</summary>
    public const string Page = "page";

    /// <summary>What a hit shows beside its texts, stored as JSON.</summary>
    public const string Facts = "facts";

    /// <summary>Stands between the headings of a path.</summary>
    public const string HeadingSeparator = " › ";

    /// <summary>Fields a query may name.</summary>
    public static IReadOnlySet<string> Queryable { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        Text, Title, Heading, Id, Document, Theme, Issuer, Type, Language, Kind, Year, Date, Number, Page,
    };

    /// <summary>Those of <see cref="Queryable"/> that hold whole values rather than text.</summary>
    public static IReadOnlySet<string> Whole { get; } = new HashSet<string>(
        Queryable.Where(field => field is not (Text or Title or Heading)), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a field, named in any case, holds text rather than whole values.</summary>
    public static bool IsText(string field) => Queryable.Contains(field) && !Whole.Contains(field);

    /// <summary>Fields that may be filtered by and counted, in the order they are shown.</summary>
    public static IReadOnlyList<string> Filterable { get; } = [Theme, Document, Issuer, Type, Language, Kind, Year];

    /// <summary>Fields whose values are matched without regard to case and accents, and shown as written.</summary>
    public static IReadOnlyList<string> Folded { get; } = [Theme, Issuer, Type, Language];

    /// <summary>The column that shows the values of a field as written.</summary>
    public static string Shown(string field) => Folded.Contains(field) ? field + "_shown" : field;
}
