using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Search.Cli.Terminals;
using Search.Corpus.Documents;
using Search.Corpus.Paragraphs;

namespace Search.Cli.Verbs;

/// <summary><c>corpus</c>: how documents are read, without an index.</summary>
internal static class CorpusVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal) =>
        new("corpus", "See how documents are read.")
        {
            Paragraphs(shared, terminal), SplitsVerb.Make(shared, terminal), SpeedVerb.Make(shared, terminal),
        };

    private static Command Paragraphs(SharedOptions shared, Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The document." };
        var isLines = new Option<bool>("--jsonl")
        {
            Description = "One JSON object a unit: kind, text, page, heading.",
        };
        var verb = new Command("paragraphs", "Split one document and print its units.") { file, isLines, shared.Json };
        verb.SetAction(async (parsed, cancellation) =>
        {
            string path = parsed.GetValue(file)!; // the parser asks for it
            ReadResult result = await DocumentReader
                .ReadFileAsync(path, shared.Settings(parsed).Documents, cancellation).ConfigureAwait(false);
            if (!result.IsRead)
            {
                await terminal.Error.WriteLineAsync($"{path}: {result.Failure.Code}: {result.Failure.Message}")
                    .ConfigureAwait(false);
                return ExitCodes.Error;
            }

            foreach (Paragraph unit in result.Document.Paragraphs)
            {
                bool isJson = parsed.GetValue(isLines) || parsed.GetValue(shared.Json);
                await terminal.Output.WriteLineAsync(isJson ? Json(unit) : Text(unit)).ConfigureAwait(false);
            }

            foreach (string warning in result.Document.Warnings)
            {
                await terminal.Error.WriteLineAsync($"{path}: {warning}").ConfigureAwait(false);
            }

            return ExitCodes.Done;
        });
        return verb;
    }

    private static string Json(Paragraph unit) => JsonSerializer.Serialize(
        new ParagraphLine(Kind(unit), unit.Text, unit.Page, unit.HeadingPath.Count == 0 ? null : Heading(unit))
        {
            LeadIn = unit.LeadIn,
            Mark = unit.Mark,
            Language = unit.Language,
        },
        ParagraphLineContext.Default.ParagraphLine);

    private static string Text(Paragraph unit)
    {
        string page = unit.Page is int number ? string.Create(CultureInfo.InvariantCulture, $", p. {number}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{unit.Number}. [{Kind(unit)}{page}] {unit.Text}\n");
    }

    private static string Heading(Paragraph unit) => string.Join(" › ", unit.HeadingPath);

    private static string Kind(Paragraph unit) => unit.Kind.ToString().ToLowerInvariant();
}
