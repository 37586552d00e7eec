using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Cli.Terminals;
using Search.Corpus.Themes;
using Search.Corpus.Themes.Evaluation;
using Search.Corpus.Themes.Labels;

namespace Search.Cli.Verbs;

/// <summary><c>themes try NEW.yaml</c>: what a changed scheme would gain and lose, before anything is saved.</summary>
internal static class ThemesTryVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal)
    {
        var changed = new Argument<string>("SCHEME") { Description = "The changed scheme." };
        Option<string?> scheme = SchemeFile.Option();
        var labels = new Option<string?>("--labels")
        {
            Description = "Try it on labelled paragraphs instead of those of the index, and say what F1 becomes.",
            HelpName = "FILE",
        };
        var verb = new Command("try", "See what a changed scheme would gain and lose, paragraph by paragraph.")
        {
            changed, scheme, labels, shared.Corpus, shared.Index, shared.Json,
        };
        verb.SetAction(parsed =>
        {
            string old = SchemeFile.Path(parsed, scheme, shared);
            string path = parsed.GetValue(changed)!; // the parser asks for it
            string ownModel = ThemeScheme.ModelPath(path);
            ThemeScheme before = ThemeScheme.Load(old);
            ThemeScheme after = ThemeScheme.Load(path, File.Exists(ownModel) ? ownModel : ThemeScheme.ModelPath(old));
            IReadOnlyList<LabelledParagraph> paragraphs = parsed.GetValue(labels) is string file
                ? LabelFile.ReadAll(file)
                : IndexedParagraphs.Read(shared.IndexOptions(parsed));
            ThemeReport? Quality(ThemeScheme judged) =>
                parsed.GetValue(labels) is null ? null : ThemeEvaluator.Evaluate(judged, paragraphs);
            ThemeReport? was = Quality(before);
            ThemeReport? becomes = Quality(after);
            var trial = new TrialReport(
                paragraphs.Count,
                [.. SchemeTrial.Compare(before, after, paragraphs).Select(change => new TrialLine(change))],
                was?.MacroF1,
                becomes?.MacroF1,
                [.. ThemeTrial.Compare(was, becomes)],
                [.. after.CheckExamples(), .. SchemeTrial.Warnings(after, paragraphs)]);
            if (parsed.GetValue(shared.Json))
            {
                terminal.Output.WriteLine(JsonSerializer.Serialize(trial, TrialReportContext.Default.TrialReport));
            }
            else
            {
                Write(terminal.Output, trial);
            }

            return ExitCodes.Done;
        });
        return verb;
    }

    private static void Write(TextWriter output, TrialReport trial)
    {
        foreach (TrialLine change in trial.Changes)
        {
            output.WriteLine($"{(change.IsGained ? "+" : "-")} {change.Theme}: {change.Id}");
            output.WriteLine($"  {change.Text}");
            output.WriteLine($"  by {string.Join(", ", change.Rules)}");
        }

        foreach (string warning in trial.Warnings)
        {
            output.WriteLine($"warning: {warning}");
        }

        int gained = trial.Changes.Count(change => change.IsGained);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{trial.Paragraphs} paragraphs: {gained} tags gained, {trial.Changes.Count - gained} lost."));
        if (trial.MacroF1Before is double before && trial.MacroF1After is double after)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"macro-F1 {before:0.000} before, {after:0.000} after ({after - before:+0.000;-0.000;0.000})"));
            foreach (ThemeTrial theme in trial.Themes)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {theme.Theme}: F1 {theme.F1Before:0.000} before, {theme.F1After:0.000} after"));
            }
        }
    }
}

/// <summary>What a changed scheme would do, as <c>--json</c> prints it.</summary>
internal sealed record TrialReport(
    int Paragraphs,
    IReadOnlyList<TrialLine> Changes,
    double? MacroF1Before,
    double? MacroF1After,
    IReadOnlyList<ThemeTrial> Themes,
    IReadOnlyList<string> Warnings);

/// <summary>F1 of one theme by the old scheme and by the new; null by the one that does not know it.</summary>
internal sealed record ThemeTrial(string Theme, double? F1Before, double? F1After)
{
    /// <summary>All themes of two reports, in the order of the new one, those that are gone last.</summary>
    public static IEnumerable<ThemeTrial> Compare(ThemeReport? before, ThemeReport? after)
    {
        Dictionary<string, double> old =
            (before?.Themes ?? []).ToDictionary(theme => theme.Theme, theme => theme.F1, StringComparer.Ordinal);
        Dictionary<string, double> now =
            (after?.Themes ?? []).ToDictionary(theme => theme.Theme, theme => theme.F1, StringComparer.Ordinal);
        return now.Keys.Concat(old.Keys.Where(theme => !now.ContainsKey(theme))).Select(theme => new ThemeTrial(
            theme,
            old.TryGetValue(theme, out double was) ? was : null,
            now.TryGetValue(theme, out double becomes) ? becomes : null));
    }
}

/// <summary>One tag that is gained or lost.</summary>
internal sealed record TrialLine(
    string Id, string Theme, bool IsGained, double Score, string Text, IReadOnlyList<string> Rules)
{
    /// <summary>The line of a change.</summary>
    public TrialLine(ThemeChange change)
        : this(
            change.Paragraph.Id,
            change.Theme,
            change.IsGained,
            change.Tag.Score,
            change.Paragraph.Text,
            [.. change.Tag.Evidence.Select(evidence => evidence.Rule).Distinct()])
    {
    }
}

/// <summary>The serializer of <see cref="TrialReport"/>, written at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(TrialReport))]
internal sealed partial class TrialReportContext : JsonSerializerContext;
