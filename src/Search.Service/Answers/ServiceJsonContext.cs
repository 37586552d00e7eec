using System.Text.Json.Serialization;
using Search.Service.Health;
using Search.Service.Problems;

namespace Search.Service.Answers;

/// <summary>Serializers of the shapes that only this project has, written at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProblemJson))]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class ServiceJsonContext : JsonSerializerContext;
