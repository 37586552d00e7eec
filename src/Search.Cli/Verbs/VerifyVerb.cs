using System.CommandLine;
using System.Globalization;
using Search.Cli.Terminals;
using Search.Passages;
using Search.Passages.Indexing;

namespace Search.Cli.Verbs;

/// <summary><c>verify</c>: reads every byte of the index.</summary>
internal static class VerifyVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal)
    {
        var verb = new Command("verify", "Read every byte of the index and check it.") { shared.Index, shared.Json };
        verb.SetAction(parsed =>
        {
            using PassageIndex index = PassageIndex.Open(shared.IndexOptions(parsed));
            IndexVerification report = index.Verify();
            if (parsed.GetValue(shared.Json))
            {
                SharedOptions.WriteJson(terminal, report);
                return ExitCodes.Done;
            }

            terminal.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Generation {report.Generation} is whole: {report.Documents} documents, {report.Units} passages,"
                + $" {report.Segments} segments, {report.Terms} terms, {report.Postings} postings,"
                + $" {report.Bytes} bytes read."));
            return ExitCodes.Done;
        });
        return verb;
    }
}
