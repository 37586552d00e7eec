using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Text.Json;
using Search.Cli.Terminals;
using Search.Cli.Verbs;
using Search.Corpus.Themes;
using Search.Passages;
using Search.Passages.Indexing;
using Search.Passages.Measuring;
using Search.Passages.Synonyms;
using Search.Service.Settings;

namespace Search.Cli;

/// <summary>The verbs, and what an error ends with.</summary>
internal static class CommandLine
{
    // The verb "search" must not be taken for the program's own name, so the parser knows the program by another.
    private const string ParserName = "search-program";
    private const string ProgramName = "search";

    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal)
    {
        int exitCode;
        try
        {
            ParseResult parsed = Build(terminal).Parse(args);
            if (parsed.Action is HelpAction)
            {
                var help = new StringWriter();
                _ = await parsed.InvokeAsync(new InvocationConfiguration { Output = help }).ConfigureAwait(false);
                await terminal.Output.WriteAsync(
                    help.ToString().Replace(ParserName, ProgramName, StringComparison.Ordinal)).ConfigureAwait(false);
                return ExitCodes.Done;
            }

            if (parsed.Errors.Count > 0)
            {
                foreach (ParseError error in parsed.Errors)
                {
                    await terminal.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
                }

                await terminal.Error.WriteLineAsync($"Say '{ProgramName} --help' for help.").ConfigureAwait(false);
                return ExitCodes.Error;
            }

            var invocation = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                // Long enough for requests under way to be finished, and for a run to stop between two files.
                ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
                Output = terminal.Output,
                Error = terminal.Error,
            };
            exitCode = await parsed.InvokeAsync(invocation).ConfigureAwait(false);
        }
        catch (Exception error) when (Explain(error) is string message)
        {
            await terminal.Error.WriteLineAsync(message).ConfigureAwait(false);
            exitCode = ExitCodes.Error;
        }

        try
        {
            await terminal.Output.FlushAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The reader of the pipe has gone, and has seen what it wanted.
        }

        return exitCode;
    }

    /// <summary>The verbs.</summary>
    public static Command Build(Terminal terminal)
    {
        var options = new SharedOptions();
        const string About = "Full-text search over a folder of statements, resolutions, submissions and reports.";
        return new Command(ParserName, About)
        {
            new HelpOption(),
            IndexVerb.Make(options, terminal),
            SearchVerb.Make(options, terminal),
            ParseVerb.Make(options, terminal),
            ServeVerb.Make(options, terminal),
            VerifyVerb.Make(options, terminal),
            StatsVerb.Make(options, terminal),
            ThemesVerb.Make(options, terminal),
            CorpusVerb.Make(options, terminal),
            EvalVerb.Make(options, terminal),
        };
    }

    /// <summary>One line for the user; null for what is no one's mistake but the program's.</summary>
    private static string? Explain(Exception error) => error switch
    {
        PassageRequestException { Position: int position } wrong => $"{wrong.Message} (at position {position})",
        PassageRequestException wrong => wrong.Message,
        IndexNotReadyException => $"{error.Message} Say 'search index' first.",
        OperationCanceledException => "Stopped; the last generation stands.",
        ReindexRunningException or SettingsException or ThemeSchemeException or SynonymFileException
            or CollectionException
            or IOException
            or UnauthorizedAccessException
            or JsonException => error.Message,
        _ => null,
    };
}
