using System.CommandLine;
using System.Globalization;
using Search.Cli.Terminals;
using Search.Passages;
using Search.Passages.Indexing;

namespace Search.Cli.Verbs;

/// <summary><c>index</c>: brings the index up to date with the folder.</summary>
internal static class IndexVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal)
    {
        var report = new Option<string?>("--report")
        {
            Description = "Write what became of each file to a CSV file.",
            HelpName = "FILE",
        };
        var rebuild = new Option<bool>("--rebuild")
        {
            Description = "Read every file again, changed or not.",
        };
        var verb = new Command("index", "Bring the index up to date with the folder; only what changed is read again.")
        {
            shared.Corpus, shared.Index, shared.Json, report, rebuild,
        };
        verb.SetAction(async (parsed, cancellation) =>
        {
            using PassageIndex index = PassageIndex.Open(shared.IndexOptions(parsed));
            var progress = new ProgressLine(terminal, TimeProvider.System);
            IndexRun run;
            try
            {
                Task<IndexRun> task = parsed.GetValue(rebuild)
                    ? index.RebuildAsync(progress, cancellation)
                    : index.ReindexAsync(progress, cancellation);
                run = await task.ConfigureAwait(false);
            }
            finally
            {
                progress.Clear();
            }

            if (parsed.GetValue(report) is string path)
            {
                await FileReportCsv.WriteAsync(path, index.Files(), cancellation).ConfigureAwait(false);
            }

            if (parsed.GetValue(shared.Json))
            {
                SharedOptions.WriteJson(terminal, run);
            }
            else
            {
                Write(terminal, run);
            }

            return ExitCodes.Done;
        });
        return verb;
    }

    private static void Write(Terminal terminal, IndexRun run)
    {
        TextWriter output = terminal.Output;
        if (run.RebuildReason is not null)
        {
            output.WriteLine($"Everything was built anew: {run.RebuildReason}.");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Files} files: {run.Read} read, {run.Added} added, {run.Updated} updated, {run.Removed} removed,"
            + $" {run.Retagged} tagged again, {run.Unchanged} unchanged."));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Generation {run.Generation}{(run.IsChanged ? "" : " stands as it was")}: {run.Documents} documents,"
            + $" {run.Units} passages, {run.Seconds:0.0} s."));
        if (run.Failures.Count > 0)
        {
            output.WriteLine($"{run.Failures.Count} files could not be read:");
        }

        foreach (FileFailure failure in run.Failures)
        {
            output.WriteLine($"  {failure.Path}: {failure.Code}: {failure.Reason}");
        }
    }
}
