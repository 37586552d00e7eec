using System.Text.Json.Serialization;

namespace Search.Cli.Verbs;

/// <summary>One unit as <c>corpus paragraphs --jsonl</c> prints it.</summary>
/// <param name="Kind">Kind, lower case.</param>
/// <param name="Text">Text.</param>
/// <param name="Page">Page it begins on.</param>
/// <param name="Heading">Headings above it, joined.</param>
internal sealed record ParagraphLine(string Kind, string Text, int? Page, string? Heading)
{
    /// <summary>The line that introduces the list of an item.</summary>
    public string? LeadIn { get; init; }

    /// <summary>The mark of a footnote.</summary>
    public string? Mark { get; init; }

    /// <summary>Language.</summary>
    public string? Language { get; init; }
}

/// <summary>The serializer of <see cref="ParagraphLine"/>, written at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ParagraphLine))]
internal sealed partial class ParagraphLineContext : JsonSerializerContext;
