using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Cli.Terminals;
using Search.Corpus.Paragraphs.Scoring;

namespace Search.Cli.Verbs;

/// <summary><c>corpus eval-splits DIR</c>: how well documents are split, against right splits made by hand.</summary>
internal static class SplitsVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of right splits, one NAME.json a document." };
        var isVerbose = new Option<bool>("--verbose") { Description = "Name what was missed and what is too much." };
        var verb = new Command("eval-splits", "Measure how well documents are split.")
        {
            folder, isVerbose, shared.Corpus, shared.Json,
        };
        verb.SetAction(async (parsed, cancellation) =>
        {
            string splits = parsed.GetValue(folder)!; // the parser asks for it
            string beside = Path.Combine(splits, "..", "data", "corpus");
            string corpus = SharedOptions.Given(parsed, shared.Corpus) is null && Directory.Exists(beside)
                ? beside
                : shared.Settings(parsed).CorpusFolder;
            IReadOnlyList<SplitScore> scores =
                await SplitEvaluation.RunAsync(splits, corpus, cancellationToken: cancellation).ConfigureAwait(false);
            if (parsed.GetValue(shared.Json))
            {
                string json = JsonSerializer.Serialize(Report(scores), SplitReportContext.Default.SplitReport);
                await terminal.Output.WriteLineAsync(json).ConfigureAwait(false);
            }
            else
            {
                Write(terminal.Output, scores, parsed.GetValue(isVerbose));
            }

            return scores.Count == 0 ? ExitCodes.NothingFound : ExitCodes.Done;
        });
        return verb;
    }

    private static SplitReport Report(IReadOnlyList<SplitScore> scores) => new(
        scores.Count == 0 ? 0 : scores.Average(score => score.F1),
        [
            .. scores.Select(score => new SplitLine(
                score.File, score.Gold, score.Predicted, score.Matches, score.Precision, score.Recall, score.F1,
                score.BoundaryF1)),
        ]);

    private static void Write(TextWriter output, IReadOnlyList<SplitScore> scores, bool isVerbose)
    {
        output.WriteLine("   units  found  right      P      R     F1  bounds  document");
        foreach (SplitScore score in scores)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{score.Gold,8}{score.Predicted,7}{score.Matches,7}{score.Precision,7:0.000}{score.Recall,7:0.000}"
                + $"{score.F1,7:0.000}{score.BoundaryF1,8:0.000}  {score.File}"));
            foreach (string text in isVerbose ? score.Missed : [])
            {
                output.WriteLine($"          missed: {text}");
            }

            foreach (string text in isVerbose ? score.Spurious : [])
            {
                output.WriteLine($"          too much: {text}");
            }
        }

        if (scores.Count > 0)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"mean F1 {scores.Average(score => score.F1):0.000}"));
        }
    }
}

/// <summary>The scores as <c>--json</c> prints them.</summary>
internal sealed record SplitReport(double MeanF1, IReadOnlyList<SplitLine> Documents);

/// <summary>The score of one document.</summary>
internal sealed record SplitLine(
    string File, int Units, int Found, int Right, double Precision, double Recall, double F1, double BoundaryF1);

/// <summary>The serializer of <see cref="SplitReport"/>, written at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(SplitReport))]
internal sealed partial class SplitReportContext : JsonSerializerContext;
