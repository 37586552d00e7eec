using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Search.Cli.Terminals;
using Search.Corpus.Documents;

namespace Search.Cli.Verbs;

/// <summary>
/// <c>corpus speed PATH...</c>: how fast documents are read and split, by format. Files are read one after another, and
/// what counts is the user time of the whole process (collector and compiler included), so that other work on the
/// machine disturbs little.
/// </summary>
internal static class SpeedVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, or folders of files.",
            Arity = ArgumentArity.OneOrMore,
        };
        var seconds = new Option<double>("--seconds")
        {
            Description = "User time to spend on each format.",
            DefaultValueFactory = _ => 2,
        };
        var verb = new Command("speed", "Measure how fast documents are read, by format, on one core.")
        {
            paths, seconds,
        };
        verb.SetAction(async (parsed, cancellation) =>
        {
            string[] files = [.. parsed.GetValue(paths)!.SelectMany(FilesOf).Order(StringComparer.Ordinal)];
            CorpusOptions limits = shared.Settings(parsed).Documents;
            Dictionary<string, List<(string Path, long Length)>> byFormat = new(StringComparer.Ordinal);
            foreach (string file in files)
            {
                // The first reading tells the format and warms the code up.
                ReadResult result = await DocumentReader.ReadFileAsync(file, limits, cancellation)
                    .ConfigureAwait(false);
                string format = result.IsRead ? result.Document.Format : result.Failure.Code;
                byFormat.TryAdd(format, []);
                byFormat[format].Add((file, new FileInfo(file).Length));
            }

            var clock = Stopwatch.StartNew();
            await Parallel.ForEachAsync(
                files,
                cancellation,
                async (file, stop) => _ = await DocumentReader.ReadFileAsync(file, limits, stop).ConfigureAwait(false))
                .ConfigureAwait(false);
            await terminal.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"all {files.Length} files once, on {Environment.ProcessorCount} cores:"
                + $" {clock.Elapsed.TotalSeconds:0.00} s"))
                .ConfigureAwait(false);
            await terminal.Output.WriteLineAsync("format          files      MB    MB/s").ConfigureAwait(false);
            foreach ((string format, List<(string Path, long Length)> group) in
                byFormat.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                double rate = await RateAsync(group, parsed.GetValue(seconds), limits, cancellation)
                    .ConfigureAwait(false);
                double size = group.Sum(file => file.Length) / 1e6;
                await terminal.Output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{format,-14}{group.Count,7}{size,8:0.00}{rate,8:0.0}")).ConfigureAwait(false);
            }

            return files.Length == 0 ? ExitCodes.NothingFound : ExitCodes.Done;
        });
        return verb;
    }

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path];

    // Megabytes a second of user time; what child processes use is theirs.
    private static async Task<double> RateAsync(
        List<(string Path, long Length)> files,
        double seconds,
        CorpusOptions limits,
        CancellationToken cancellation)
    {
        long bytes = 0;
        double started = UserSeconds();
        double spent;
        var clock = Stopwatch.StartNew();
        do
        {
            foreach ((string path, long length) in files)
            {
                _ = await DocumentReader.ReadFileAsync(path, limits, cancellation).ConfigureAwait(false);
                bytes += length;
            }

            spent = UserSeconds() - started;
        }
        while (spent < seconds && clock.Elapsed.TotalSeconds < 10 * seconds);
        return bytes / 1e6 / Math.Max(0.001, spent);
    }

    private static double UserSeconds()
    {
        using var process = Process.GetCurrentProcess();
        return process.UserProcessorTime.TotalSeconds;
    }
}
