using System.CommandLine;
using System.Globalization;
using Search.Cli.Terminals;
using Search.Corpus.Themes;
using Search.Corpus.Themes.Evaluation;
using Search.Corpus.Themes.Labels;

namespace Search.Cli.Verbs;

/// <summary><c>themes eval LABELS.jsonl</c>: how well a scheme does on labelled paragraphs.</summary>
internal static class ThemesEvalVerb
{
    /// <summary>Among fewer paragraphs, that a rule matches none says nothing.</summary>
    private const int FewParagraphs = 100;

    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal)
    {
        var labels = new Argument<string>("LABELS")
        {
            Description = "Labelled paragraphs, one JSON object a line; or a folder of such files.",
        };
        Option<string?> scheme = SchemeFile.Option();
        var mistakes = new Option<bool>("--mistakes") { Description = "Show every wrong paragraph with its evidence." };
        var verb = new Command("eval", "Measure the themes against labelled paragraphs.")
        {
            labels, scheme, mistakes, shared.Corpus, shared.Json,
        };
        verb.SetAction(parsed =>
        {
            ThemeScheme read = ThemeScheme.Load(SchemeFile.Path(parsed, scheme, shared));
            string path = parsed.GetValue(labels)!; // the parser asks for it
            IReadOnlyList<LabelledParagraph> paragraphs = LabelFile.ReadAll(path);
            ThemeReport report = ThemeEvaluator.Evaluate(read, paragraphs);
            if (parsed.GetValue(shared.Json))
            {
                terminal.Output.WriteLine(ThemeReportJson.Write(report, parsed.GetValue(mistakes)));
            }
            else
            {
                Write(terminal.Output, report, parsed.GetValue(mistakes));
                Warn(terminal.Output, read, paragraphs);
            }

            return ExitCodes.Done;
        });
        return verb;
    }

    /// <summary>Writes a report for the eye.</summary>
    public static void Write(TextWriter output, ThemeReport report, bool showsMistakes)
    {
        Table(output, "all paragraphs", report);
        foreach ((string kind, ThemeReport part) in report.Kinds)
        {
            Table(output, kind, part);
        }

        Baseline(output, "the majority", report.Majority);
        Baseline(output, "one keyword a theme", report.Keyword);
        output.WriteLine();
        output.WriteLine("theme             scores       count   mean score   came true");
        foreach (ReliabilityRow row in report.Reliability)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Theme,-16}  {row.Low:0.0} to {row.High:0.0}{row.Count,9}{row.MeanScore,13:0.00}"
                + $"{row.Share,12:0.00}"));
        }

        foreach (ThemeMistake mistake in showsMistakes ? report.Mistakes : [])
        {
            output.WriteLine();
            string what = mistake.IsGiven ? "wrongly given" : "missed";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{mistake.Theme} {what}, score {mistake.Score:0.00}: {mistake.Id}"));
            output.WriteLine($"  {mistake.Text}");
            foreach (ThemeEvidence evidence in mistake.Evidence)
            {
                output.WriteLine($"  {evidence.Rule}: {mistake.Text[evidence.Start..evidence.End]}");
            }
        }
    }

    private static void Warn(TextWriter output, ThemeScheme scheme, IReadOnlyList<LabelledParagraph> paragraphs)
    {
        IEnumerable<string> idle =
            paragraphs.Count < FewParagraphs ? [] : SchemeTrial.Warnings(scheme, paragraphs);
        foreach (string warning in scheme.CheckExamples().Concat(idle))
        {
            output.WriteLine($"warning: {warning}");
        }
    }

    private static void Table(TextWriter output, string name, ThemeReport report)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name}: {report.Paragraphs}, macro-F1 {report.MacroF1:0.000}"));
        output.WriteLine("theme              P      R     F1   interval of F1    kappa    TP   FP   FN    TN");
        foreach (ThemeQuality theme in report.Themes)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{theme.Theme,-14}{theme.Precision,7:0.000}{theme.Recall,7:0.000}{theme.F1,7:0.000}"
                + $"   {theme.F1Low:0.000} to {theme.F1High:0.000}{theme.Kappa,9:0.000}"
                + $"{theme.TruePositives,6}{theme.FalsePositives,5}{theme.FalseNegatives,5}{theme.TrueNegatives,6}"));
        }

        output.WriteLine();
    }

    private static void Baseline(TextWriter output, string name, ThemeReport? report)
    {
        if (report is not null)
        {
            string themes = string.Join(", ", report.Themes.Select(theme =>
                string.Create(CultureInfo.InvariantCulture, $"{theme.Theme} {theme.F1:0.000}")));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"beside it, {name}: macro-F1 {report.MacroF1:0.000} ({themes})"));
        }
    }
}
