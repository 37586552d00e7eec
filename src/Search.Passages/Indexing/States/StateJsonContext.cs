using System.Text.Json.Serialization;

namespace Search.Passages.Indexing.States;

/// <summary>Serializers of what is kept beside an index, written at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CorpusState))]
[JsonSerializable(typeof(IReadOnlyList<FileStamp>))]
internal sealed partial class StateJsonContext : JsonSerializerContext;
