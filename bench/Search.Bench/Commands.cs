using System.CommandLine;
using Search.Bench.Comparing;
using Search.Bench.Engines;
using Search.Bench.Growing;
using Search.Bench.Inputs;
using Search.Bench.Measuring;
using Search.Bench.Serving;

namespace Search.Bench;

/// <summary>The command line.</summary>
internal static class Commands
{
    private static readonly Option<string> Passages = new("--passages")
    {
        Description = "A JSON lines file of passages (member 'text'), plain or gzipped, or a folder of them.",
        Required = true,
    };

    private static readonly Option<string> Queries = new("--queries")
    {
        Description = "Lines of CLASS TAB WORDS.",
        Required = true,
    };

    private static readonly Option<bool> KeepStopWords = new("--keep-stop-words")
    {
        Description = "Index Lucene's English stop words too.",
    };

    private static readonly Option<int> RoundCount = new("--rounds")
    {
        Description = "Rounds; the best counts.",
        DefaultValueFactory = _ => 20,
    };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "Most passages, taken after shuffling.",
        DefaultValueFactory = _ => int.MaxValue,
    };

    private static readonly Option<bool> NoPeers = new("--no-peers")
    {
        Description = "Our engine alone; needs nothing but the SDK.",
    };

    /// <summary>The root command.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Measures the engine side by side with its peers.") { Compare(), Grow(), Http() };
        foreach (Command inner in Inner())
        {
            root.Add(inner);
        }

        return root;
    }

    private static Command Compare()
    {
        var compare = new Command("compare", "Compares the engine with Apache Lucene and SQLite FTS5 in one run.")
        {
            Passages, Queries, KeepStopWords, RoundCount, Limit, NoPeers,
        };
        compare.SetAction(result => Comparison.Run(Read(result), Console.Out));
        return compare;
    }

    private static Command Grow()
    {
        var small = new Option<int>("--small")
        {
            Description = "Passages of the smaller index.",
            DefaultValueFactory = _ => 150_000,
        };
        var grow = new Command("grow", "Compares how times grow from some passages to all of them.")
        {
            Passages, Queries, KeepStopWords, RoundCount, Limit, NoPeers, small,
        };
        grow.SetAction(result => Growth.Run(Read(result), result.GetValue(small), Console.Out));
        return grow;
    }

    private static Command Http()
    {
        var limit = new Option<int>("--limit")
        {
            Description = "Most passages; they pass through the whole product, which takes a while.",
            DefaultValueFactory = _ => 150_000,
        };
        var seconds = new Option<int>("--seconds")
        {
            Description = "Seconds that each class is asked for.",
            DefaultValueFactory = _ => 5,
        };
        var http = new Command("http", "Asks the real service over HTTP, and the same in process, class by class.")
        {
            Passages, Queries, limit, seconds,
        };
        http.SetAction(result => HttpComparison.Run(
            result.GetRequiredValue(Passages),
            result.GetRequiredValue(Queries),
            result.GetValue(limit),
            result.GetValue(seconds),
            Console.Out));
        return http;
    }

    /// <summary>Verbs by which the program starts itself.</summary>
    private static IEnumerable<Command> Inner()
    {
        yield return Make(OwnIndexer.Verb, 4, words => ResultLine.Write(OwnIndexer.Index(
            new PreparedPassages(words[0], 0), Enum.Parse<IndexShape>(words[1]), int.Parse(words[2], null), words[3])));
        yield return Make(Opening.Verb, 2, words => Opening.Measure(words[0], words[1]));
        yield return Make(InProcess.Verb, 4, InProcess.Measure);
        yield return Make(ServedIndex.Verb, 2, ServedIndex.Serve);
    }

    private static Command Make(string verb, int count, Func<string[], string> action)
    {
        var words = new Argument<string[]>("words") { Arity = new ArgumentArity(count, count) };
        var command = new Command(verb) { words };
        command.Hidden = true;
        command.SetAction(result => Console.Out.WriteLine(action(result.GetRequiredValue(words))));
        return command;
    }

    private static ComparisonOptions Read(ParseResult result) => new(
        result.GetRequiredValue(Passages),
        result.GetRequiredValue(Queries),
        result.GetValue(KeepStopWords),
        result.GetValue(RoundCount),
        !result.GetValue(NoPeers),
        result.GetValue(Limit));
}
