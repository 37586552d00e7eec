using Search.Corpus.Paragraphs;

namespace Search.Passages.Schemas;

/// <summary>Names of the kinds of units, as they are written in answers and filters.</summary>
internal static class PassageKinds
{
    /// <summary>All kinds, in the order of <see cref="ParagraphKind"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<ParagraphKind>().Select(Name)];

    /// <summary>Kinds that a search counts unless it names others.</summary>
    public static IReadOnlyList<string> Searched { get; } =
        [Name(ParagraphKind.Paragraph), Name(ParagraphKind.Item), Name(ParagraphKind.Footnote)];

    /// <summary>The name of a kind: lower case.</summary>
    public static string Name(ParagraphKind kind) => kind switch
    {
        ParagraphKind.Paragraph => "paragraph",
        ParagraphKind.Item => "item",
        ParagraphKind.Footnote => "footnote",
        ParagraphKind.Heading => "heading",
        ParagraphKind.Signature => "signature",
        ParagraphKind.Table => "table",
        _ => "other",
    };

    /// <summary>The kind of a name; <see cref="ParagraphKind.Other"/> for one that is unknown.</summary>
    public static ParagraphKind Parse(string name) =>
        Enum.GetValues<ParagraphKind>().FirstOrDefault(kind => Name(kind) == name, ParagraphKind.Other);
}
