using System.CommandLine;
using System.Globalization;
using Search.Cli.Terminals;
using Search.Corpus.Themes;
using Search.Corpus.Themes.Evaluation;
using Search.Corpus.Themes.Labels;
using Search.Corpus.Themes.Training;

namespace Search.Cli.Verbs;

/// <summary><c>themes train LABELS.jsonl</c>: learns the weights beside a scheme.</summary>
internal static class ThemesTrainVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal)
    {
        var labels = new Argument<string>("LABELS")
        {
            Description = "Labelled paragraphs to learn from and to judge by, document by document.",
        };
        Option<string?> scheme = SchemeFile.Option();
        var supplement = new Option<string?>("--supplement")
        {
            Description = "Labelled paragraphs to learn from that are never judged by.",
            HelpName = "FILE",
        };
        var references = new Option<string?>("--references")
        {
            Description = "Labels without texts (CSV: digest,document,themes), learnt from and never judged by.",
            HelpName = "FILE",
        };
        var texts = new Option<string[]>("--texts")
        {
            Description = "Folders in which the texts of --references are looked up.",
            HelpName = "FOLDER",
            AllowMultipleArgumentsPerToken = true,
        };
        var output = new Option<string?>("--output")
        {
            Description = "Where the model goes; beside the scheme unless told.",
            HelpName = "FILE",
        };
        var verb = new Command("train", "Learn the weights of a scheme from labelled paragraphs.")
        {
            labels, scheme, supplement, references, texts, output, shared.Corpus, shared.Json,
        };
        verb.SetAction(async (parsed, cancellation) =>
        {
            string path = SchemeFile.Path(parsed, scheme, shared);
            string source = parsed.GetValue(labels)!; // the parser asks for it
            List<LabelledParagraph> more =
                parsed.GetValue(supplement) is string file ? [.. LabelFile.ReadAll(file)] : [];
            if (parsed.GetValue(references) is string byReference)
            {
                ReferencedLabels read = ReferencedLabels.Read(byReference);
                foreach (string folder in parsed.GetValue(texts) ?? [])
                {
                    await LabelTexts.FindAsync(read, folder, cancellation).ConfigureAwait(false);
                }

                if (read.Missing > 0)
                {
                    await terminal.Error.WriteLineAsync(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{read.Missing} texts of {byReference} were not found; the others are learnt from."))
                        .ConfigureAwait(false);
                }

                more.AddRange(read.Found);
            }

            ThemeTraining training = ThemeTrainer.Train(
                ThemeScheme.Load(path, modelPath: null),
                LabelFile.ReadAll(source),
                new ThemeTrainingOptions
                {
                    Source = Path.GetFileName(source),
                    Supplement = more,
                });
            string model = parsed.GetValue(output) ?? ThemeScheme.ModelPath(path);
            await File.WriteAllTextAsync(model, training.ModelText, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(shared.Json))
            {
                await terminal.Output.WriteLineAsync(ThemeReportJson.Write(training.Report)).ConfigureAwait(false);
                return ExitCodes.Done;
            }

            await terminal.Output.WriteLineAsync($"Wrote {model}. By cross-validation over documents:")
                .ConfigureAwait(false);
            ThemesEvalVerb.Write(terminal.Output, training.Report, showsMistakes: false);
            return ExitCodes.Done;
        });
        return verb;
    }
}
