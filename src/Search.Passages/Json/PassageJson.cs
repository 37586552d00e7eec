using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Search.Passages.Documents;
using Search.Passages.Indexing;
using Search.Passages.Search;
using Search.Passages.Suggestions;
using Search.Passages.Themes;

namespace Search.Passages.Json;

/// <summary>The one JSON shape of the API and of the command line's <c>--json</c>: snake_case, nulls written.</summary>
public static class PassageJson
{
    /// <summary>On one line.</summary>
    public static JsonSerializerOptions Options { get; } = Make(isIndented: false);

    /// <summary>For the eye.</summary>
    public static JsonSerializerOptions Indented { get; } = Make(isIndented: true);

    /// <summary>
    /// Writes an answer as <see cref="Options"/> do, by the serializer that was written at build time for its shape,
    /// which knows no other encoder but that of the writer.
    /// </summary>
    /// <typeparam name="T">A shape of this project, or of another whose shape is known.</typeparam>
    public static void Write<T>(IBufferWriter<byte> output, T? value)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        if (value is PassageResponse response)
        {
            JsonSerializer.Serialize(writer, response, PassageJsonContext.Default.PassageResponse);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, Options);
        }
    }

    /// <summary>Knows the shapes of this project; to be put into another resolver chain.</summary>
    public static IJsonTypeInfoResolver Resolver => PassageJsonContext.Default;

    private static JsonWriterOptions WriterOptions { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true, // of what a serializer writes
    };

    private static JsonSerializerOptions Make(bool isIndented)
    {
        var options = new JsonSerializerOptions(PassageJsonContext.Default.Options)
        {
            // Quotation marks and accents stay readable; what is written here never lands inside a page unescaped.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = isIndented,
            TypeInfoResolver = PassageJsonContext.Default,
        };
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>Serializers of the API's shapes, written at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PassageResponse))]
[JsonSerializable(typeof(ParseResponse))]
[JsonSerializable(typeof(SuggestResponse))]
[JsonSerializable(typeof(ParagraphView))]
[JsonSerializable(typeof(DocumentView))]
[JsonSerializable(typeof(DocumentsResponse))]
[JsonSerializable(typeof(ThemesResponse))]
[JsonSerializable(typeof(ThemeView))]
[JsonSerializable(typeof(ThemeTagRow))]
[JsonSerializable(typeof(IndexStatus))]
[JsonSerializable(typeof(IndexRun))]
[JsonSerializable(typeof(IndexStatistics))]
[JsonSerializable(typeof(IndexVerification))]
internal sealed partial class PassageJsonContext : JsonSerializerContext;
