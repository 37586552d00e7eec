using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Passages.Measuring;
using Search.Passages.Search;

namespace Search.Cli.Terminals;

/// <summary>Measured relevance as <c>--json</c> prints it; the figures have trec_eval's names.</summary>
internal static class RelevanceJson
{
    /// <summary>Writes reports.</summary>
    public static string Write(IReadOnlyList<RelevanceReport> reports)
    {
        var lines = new RelevanceLines(
        [
            .. reports.Select(report => new CollectionLine(
                report.Collection,
                report.Qrels,
                report.Documents,
                report.Questions,
                [.. report.Runs.Select(run => Line(PassageRankings.Name(run.Ranking), run.Quality))],
                [.. report.Baselines.Select(baseline => Line(baseline.Setting, baseline.Quality))])),
        ],
        [
            .. reports.SelectMany(report => report.Runs).GroupBy(run => run.Ranking).Select(group => Line(
                PassageRankings.Name(group.Key), MeasuredQuality.Mean([.. group.Select(run => run.Quality)]))),
        ]);
        return JsonSerializer.Serialize(lines, RelevanceJsonContext.Default.RelevanceLines);
    }

    private static QualityLine Line(string name, MeasuredQuality quality) =>
        new(name, quality.Ndcg10, quality.Map, quality.P10, quality.R100);
}

/// <summary>All collections and the means over them.</summary>
internal sealed record RelevanceLines(IReadOnlyList<CollectionLine> Collections, IReadOnlyList<QualityLine> Mean);

/// <summary>One collection.</summary>
internal sealed record CollectionLine(
    string Collection, string Qrels, long Documents, int Queries, IReadOnlyList<QualityLine> Runs,
    IReadOnlyList<QualityLine> Baselines);

/// <summary>The figures of one ranking.</summary>
internal sealed record QualityLine(
    string Ranking,
    [property: JsonPropertyName("ndcg_cut_10")] double Ndcg10,
    double Map,
    [property: JsonPropertyName("p_10")] double P10,
    [property: JsonPropertyName("recall_100")] double R100);

/// <summary>The serializer of <see cref="RelevanceLines"/>, written at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(RelevanceLines))]
internal sealed partial class RelevanceJsonContext : JsonSerializerContext;
