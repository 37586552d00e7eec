using Search.Engine.Schemas;
using Search.Text.Analysis;

namespace Search.Bench.Engines;

/// <summary>Fields of our indexes, by shape.</summary>
internal static class OwnSchemas
{
    /// <summary>The field that is searched.</summary>
    public const string Text = "text";

    /// <summary>Raw text of <see cref="IndexShape.Stored"/>.</summary>
    public const string Raw = "raw";

    /// <summary>Themes of a passage.</summary>
    public const string Theme = "theme";

    /// <summary>Issuer of a passage.</summary>
    public const string Issuer = "issuer";

    /// <summary>Title of its document.</summary>
    public const string Title = "title";

    /// <summary>Address of a passage.</summary>
    public const string Id = "id";

    /// <summary>Name of its document.</summary>
    public const string Document = "doc";

    /// <summary>Kind of a passage.</summary>
    public const string Kind = "kind";

    /// <summary>Year of its document.</summary>
    public const string Year = "year";

    /// <summary>Date of its document.</summary>
    public const string Date = "date";

    /// <summary>Place of a passage.</summary>
    public const string Number = "number";

    private static readonly FieldDefinition Plain = new(Text, FieldKind.Text, HasStems: false);

    /// <summary>The schema of a shape.</summary>
    public static IndexSchema For(IndexShape shape) => shape switch
    {
        IndexShape.Plain => Prepared(Plain),
        IndexShape.Stored => Prepared(Plain, new(Raw, FieldKind.StoredOnly, IsStored: true)),
        IndexShape.Labelled => Prepared(
            Plain, new(Theme, FieldKind.Keyword), new(Issuer, FieldKind.Keyword)),
        _ => new IndexSchema(
            [
                new(Text, FieldKind.Text, IsStored: true),
                new(Title, FieldKind.Text, IsStored: true),
                new(Id, FieldKind.Keyword, IsStored: true),
                new(Document, FieldKind.Keyword, IsStored: true),
                new(Theme, FieldKind.Keyword),
                new(Issuer, FieldKind.Keyword),
                new(Kind, FieldKind.Keyword),
                new(Year, FieldKind.Keyword),
                new(Date, FieldKind.Interval, IntervalUnit: IntervalUnit.Date),
                new(Number, FieldKind.Interval),
            ],
            Text,
            Analyzers.For),
    };

    private static IndexSchema Prepared(params FieldDefinition[] fields) =>
        new(fields, Text, _ => WhitespaceAnalyzer.Instance);
}
