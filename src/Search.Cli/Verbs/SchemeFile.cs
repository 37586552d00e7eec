using System.CommandLine;
using Search.Passages;

namespace Search.Cli.Verbs;

/// <summary>Which theme scheme a verb works on.</summary>
internal static class SchemeFile
{
    /// <summary>The option that names one.</summary>
    public static Option<string?> Option() => new("--scheme")
    {
        Description = "The scheme; that of the corpus unless told.",
        HelpName = "FILE",
    };

    /// <summary>The scheme that is named, or the corpus's, or the one that ships with the program.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static string Path(ParseResult parsed, Option<string?> option, SharedOptions shared) =>
        SharedOptions.Given(parsed, option)
        ?? PassageIndex.SchemePath(shared.IndexOptions(parsed))
        ?? throw new FileNotFoundException("There is no theme scheme; name one with --scheme.");
}
