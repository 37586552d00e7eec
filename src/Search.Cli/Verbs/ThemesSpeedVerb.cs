using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Search.Cli.Terminals;
using Search.Corpus.Themes;

namespace Search.Cli.Verbs;

/// <summary>
/// <c>themes speed</c>: how fast paragraphs are tagged on one core. What counts is the user time of the whole process,
/// so that other work on the machine disturbs little; reading the paragraphs does not count.
/// </summary>
internal static class ThemesSpeedVerb
{
    private const int BlockSize = 20_000;

    /// <summary>Upper bounds of the lengths that are told apart, in UTF-16 code units.</summary>
    private static readonly int[] Lengths = [200, 400, 800, 1600, int.MaxValue];

    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Passages (.jsonl or .jsonl.gz, an object with 'text' and 'title' a line), or folders of "
                + "such files; those of the index unless told.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var limit = new Option<int>("--limit")
        {
            Description = "Most paragraphs.",
            DefaultValueFactory = _ => int.MaxValue,
        };
        Option<string?> scheme = SchemeFile.Option();
        var verb = new Command("speed", "Measure how fast paragraphs are tagged, on one core.")
        {
            files, limit, scheme, shared.Corpus, shared.Index,
        };
        verb.SetAction((parsed, cancellation) =>
        {
            var tagger = new ThemeTagger(ThemeScheme.Load(SchemeFile.Path(parsed, scheme, shared)));
            string[] named = parsed.GetValue(files) ?? [];
            IEnumerable<(string Text, string Title, string? Heading)> paragraphs = named.Length == 0
                ? IndexedParagraphs.Read(shared.IndexOptions(parsed)).Select(one => (one.Text, one.Title, one.Heading))
                : named.SelectMany(FilesOf).SelectMany(Passages);
            var rates = new Rate[Lengths.Length];
            foreach ((string Text, string Title, string? Heading)[] block in
                paragraphs.Take(parsed.GetValue(limit)).Chunk(BlockSize))
            {
                cancellation.ThrowIfCancellationRequested();
                for (int length = 0; length < Lengths.Length; length++)
                {
                    int least = length == 0 ? 0 : Lengths[length - 1];
                    Measure(
                        tagger,
                        [.. block.Where(one => one.Text.Length >= least && one.Text.Length < Lengths[length])],
                        ref rates[length]);
                }
            }

            Write(terminal.Output, rates);
            return Task.FromResult(rates.Any(rate => rate.Paragraphs > 0) ? ExitCodes.Done : ExitCodes.NothingFound);
        });
        return verb;
    }

    private static void Measure(
        ThemeTagger tagger, (string Text, string Title, string? Heading)[] paragraphs, ref Rate rate)
    {
        TimeSpan before = UserTime();
        foreach ((string text, string title, string? heading) in paragraphs)
        {
            rate.Tags += tagger.Tag(text, title, heading).Count;
            rate.Length += text.Length;
        }

        rate.Paragraphs += paragraphs.Length;
        rate.Seconds += (UserTime() - before).TotalSeconds;
    }

    private static TimeSpan UserTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.UserProcessorTime;
    }

    private static void Write(TextWriter output, Rate[] rates)
    {
        output.WriteLine("length       paragraphs  mean length      tags   seconds   paragraphs/s");
        var all = new Rate();
        for (int length = 0; length < rates.Length; length++)
        {
            string name = Lengths[length] == int.MaxValue
                ? $"from {Lengths[length - 1].ToString(CultureInfo.InvariantCulture)}"
                : $"below {Lengths[length].ToString(CultureInfo.InvariantCulture)}";
            Line(output, name, rates[length]);
            all.Paragraphs += rates[length].Paragraphs;
            all.Length += rates[length].Length;
            all.Tags += rates[length].Tags;
            all.Seconds += rates[length].Seconds;
        }

        Line(output, "all", all);
    }

    private static void Line(TextWriter output, string name, Rate rate) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-12}{rate.Paragraphs,11}{rate.Length / Math.Max(1, rate.Paragraphs),13}{rate.Tags,10}"
        + $"{rate.Seconds,10:0.00}{rate.Paragraphs / Math.Max(rate.Seconds, 1e-3),15:0}"));

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Directory.GetFiles(path, "*.jsonl*").Order(StringComparer.Ordinal) : [path];

    private static IEnumerable<(string Text, string Title, string? Heading)> Passages(string path)
    {
        using FileStream bytes = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(bytes, CompressionMode.Decompress)
            : bytes;
        using var lines = new StreamReader(plain);
        while (lines.ReadLine() is string line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            using JsonDocument json = JsonDocument.Parse(line);
            yield return (
                Text(json.RootElement, "text") ?? "", Text(json.RootElement, "title") ?? "",
                Text(json.RootElement, "heading"));
        }
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private struct Rate
    {
        public long Paragraphs;
        public long Length;
        public long Tags;
        public double Seconds;
    }
}
