using System.CommandLine;
using Search.Cli.Terminals;
using Search.Passages;
using Search.Passages.Search;
using Search.Passages.Themes;

namespace Search.Cli.Verbs;

/// <summary><c>themes export</c>: every tag with its evidence, a line each.</summary>
internal static class ThemesExportVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal)
    {
        var format = new Option<string>("--format")
        {
            Description = "csv, or jsonl for a JSON object a line.",
            DefaultValueFactory = _ => "csv",
        };
        format.AcceptOnlyFromAmong("csv", "jsonl");
        var themes = new Option<string[]>("--theme")
        {
            Description = "Only tags of this theme; repeatable.",
            HelpName = "ID",
        };
        var query = new Option<string?>("--query")
        {
            Description = "Only tags of the passages that match.",
            HelpName = "QUERY",
        };
        var output = new Option<string?>("--output")
        {
            Description = "Where it goes; the terminal unless told.",
            HelpName = "FILE",
        };
        var verb = new Command("export", "Write every tag with its evidence, for a table or another program.")
        {
            format, themes, query, output, shared.Corpus, shared.Index,
        };
        verb.SetAction(async (parsed, cancellation) =>
        {
            using PassageIndex index = PassageIndex.Open(shared.IndexOptions(parsed));
            string[] wanted = parsed.GetValue(themes) ?? [];
            Check(wanted, index.Themes());
            bool isCsv = parsed.GetValue(format) == "csv";
            using StreamWriter? file = parsed.GetValue(output) is string path ? new StreamWriter(path) : null;
            TextWriter writer = file ?? terminal.Output;
            var request = new PassageRequest
            {
                Q = parsed.GetValue(query),
                Filters = [.. wanted.Select(theme => new PassageFilter("theme", theme))],
            };
            foreach (string line in ThemeExport.Lines(index, request, isCsv, cancellation))
            {
                await writer.WriteAsync(line + "\n").ConfigureAwait(false);
            }

            return ExitCodes.Done;
        });
        return verb;
    }

    private static void Check(IEnumerable<string> wanted, ThemesResponse known)
    {
        foreach (string theme in wanted.Where(theme => known.Themes.All(one => one.Id != theme)))
        {
            throw new PassageRequestException(
                "bad_value", "theme", $"There is no theme '{theme}'; there are "
                + $"{string.Join(", ", known.Themes.Select(one => one.Id))}.");
        }
    }
}
