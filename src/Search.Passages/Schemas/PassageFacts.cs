using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Corpus.Themes;

namespace Search.Passages.Schemas;

/// <summary>What a hit shows beside its texts; stored with the passage as JSON.</summary>
internal sealed record PassageFacts
{
    /// <summary>Place in the document, from 1.</summary>
    [JsonPropertyName("n")]
    public int Number { get; init; }

    /// <summary>Page it begins on.</summary>
    [JsonPropertyName("p")]
    public int? Page { get; init; }

    /// <summary>Kind, lower case.</summary>
    [JsonPropertyName("k")]
    public string Kind { get; init; } = "";

    /// <summary>Language of the paragraph, or else of the document.</summary>
    [JsonPropertyName("l")]
    public string? Language { get; init; }

    /// <summary>Date of the document.</summary>
    [JsonPropertyName("d")]
    public string? Date { get; init; }

    /// <summary>Issuer of the document.</summary>
    [JsonPropertyName("i")]
    public string? Issuer { get; init; }

    /// <summary>Type of the document.</summary>
    [JsonPropertyName("t")]
    public string? Type { get; init; }

    /// <summary>The line that introduces the list of an item.</summary>
    [JsonPropertyName("in")]
    public string? LeadIn { get; init; }

    /// <summary>The mark of a footnote.</summary>
    [JsonPropertyName("m")]
    public string? Mark { get; init; }

    /// <summary>Headings above it, outermost first.</summary>
    [JsonPropertyName("h")]
    public IReadOnlyList<string>? HeadingPath { get; init; }

    /// <summary>Offset of its first UTF-16 code unit in the text extracted from the file.</summary>
    [JsonPropertyName("s")]
    public int SourceStart { get; init; }

    /// <summary>Offset behind its last UTF-16 code unit in the text extracted from the file.</summary>
    [JsonPropertyName("e")]
    public int SourceEnd { get; init; }

    /// <summary>Themes with evidence in UTF-16 code units, best first; null for none.</summary>
    [JsonPropertyName("th")]
    public IReadOnlyList<ThemeTag>? Themes { get; init; }

    /// <summary>As it is stored.</summary>
    public string Write() => JsonSerializer.Serialize(this, FactsJsonContext.Default.PassageFacts);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PassageFacts Read(string? text) =>
        text is null
            ? new PassageFacts()
            : JsonSerializer.Deserialize(text, FactsJsonContext.Default.PassageFacts) ?? new PassageFacts();
}

/// <summary>The serializer of <see cref="PassageFacts"/>, written at build time.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(PassageFacts))]
internal sealed partial class FactsJsonContext : JsonSerializerContext;
