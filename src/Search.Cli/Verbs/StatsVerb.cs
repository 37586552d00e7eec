using System.CommandLine;
using System.Globalization;
using Search.Cli.Terminals;
using Search.Passages;
using Search.Passages.Indexing;
using Search.Passages.Search;

namespace Search.Cli.Verbs;

/// <summary><c>stats</c>: what the index holds.</summary>
internal static class StatsVerb
{
    private const int Shown = 10;

    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal)
    {
        var verb = new Command("stats", "Count what the index holds.") { shared.Corpus, shared.Index, shared.Json };
        verb.SetAction(parsed =>
        {
            using PassageIndex index = PassageIndex.Open(shared.IndexOptions(parsed));
            IndexStatistics statistics = index.Statistics();
            if (parsed.GetValue(shared.Json))
            {
                SharedOptions.WriteJson(terminal, statistics);
            }
            else
            {
                Write(terminal, statistics);
            }

            return ExitCodes.Done;
        });
        return verb;
    }

    private static void Write(Terminal terminal, IndexStatistics statistics)
    {
        var marks = new HighlightWriter(terminal);
        TextWriter output = terminal.Output;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Generation {statistics.Generation}: {statistics.Documents} documents, {statistics.Units} units,"
            + $" {statistics.Paragraphs} of them paragraphs, items and footnotes;"
            + $" {statistics.Failures} files could not be read; {statistics.Bytes} bytes."));
        foreach ((string name, IReadOnlyList<FacetCount> counts) in statistics.Counts)
        {
            output.WriteLine();
            output.WriteLine(marks.Strong(name));
            foreach (FacetCount count in counts.Take(Shown))
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count.Count,8}  {count.Value}"));
            }

            if (counts.Count > Shown)
            {
                int more = counts.Count - Shown;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"          and {more} more"));
            }
        }
    }
}
