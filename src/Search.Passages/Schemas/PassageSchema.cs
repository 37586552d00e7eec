using Search.Engine.Schemas;
using Search.Text.Analysis;

namespace Search.Passages.Schemas;

/// <summary>The fields of a passage, as the engine indexes them.</summary>
internal static class PassageSchema
{
    /// <summary>The schema; a query's words are stemmed as English.</summary>
    public static IndexSchema Schema { get; } = For([]);

    /// <summary>The schema for a corpus of these languages: a query's words are stemmed for each of them.</summary>
    /// <param name="languages">Languages of its paragraphs, in any order.</param>
    public static IndexSchema For(IEnumerable<string> languages) => new(Fields(), PassageFields.Text, Analyzers.For)
    {
        QueryLanguages =
        [
            null,
            .. languages.Where(language => Analyzers.For(language) != Analyzers.For(null))
                .Order(StringComparer.Ordinal),
        ],
        LanguageField = PassageFields.Language,
    };

    /// <summary>Changes when the fields or what the analyzers make of a text change.</summary>
    public static string Fingerprint { get; } = string.Join(
        ' ',
        [
            .. Schema.Fields.Select(
                field => $"{field.Name}:{field.Kind}:{field.IsStored}:{field.IntervalUnit}:{field.HasStems}"),
            .. Analyzers.All.Select(analyzer => $"{analyzer.Name}:{analyzer.Version}"),
        ]);

    private static FieldDefinition[] Fields() =>
    [
        new(PassageFields.Text, FieldKind.Text, IsStored: true),
        new(PassageFields.Title, FieldKind.Text, IsStored: true),
        new(PassageFields.Heading, FieldKind.Text, IsStored: true),
        new(PassageFields.Id, FieldKind.Keyword, IsStored: true),
        new(PassageFields.Document, FieldKind.Keyword, IsStored: true),
        new(PassageFields.Kind, FieldKind.Keyword),
        new(PassageFields.Year, FieldKind.Keyword),
        .. PassageFields.Folded.Select(name => new FieldDefinition(name, FieldKind.Keyword)),
        .. PassageFields.Folded.Select(name => new FieldDefinition(PassageFields.Shown(name), FieldKind.Keyword)),
        new(PassageFields.Date, FieldKind.Interval, IntervalUnit: IntervalUnit.Date),
        new(PassageFields.Number, FieldKind.Interval),
        new(PassageFields.Page, FieldKind.Interval),
        new(PassageFields.Facts, FieldKind.StoredOnly, IsStored: true),
    ];
}
