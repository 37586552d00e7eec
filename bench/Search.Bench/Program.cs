using System.CommandLine;
using Search.Bench.Comparing;

var passages = new Option<string>("--passages")
{
    Description = "A JSON lines file of passages (member 'text'), plain or gzipped, or a folder of them.",
    Required = true,
};
var queries = new Option<string>("--queries") { Description = "Lines of CLASS TAB WORDS.", Required = true };
var keepStopWords = new Option<bool>("--keep-stop-words") { Description = "Index Lucene's English stop words too." };
var rounds = new Option<int>("--rounds") { Description = "Rounds; the best counts.", DefaultValueFactory = _ => 20 };
var limit = new Option<int>("--limit")
{
    Description = "Most passages, taken after shuffling.",
    DefaultValueFactory = _ => int.MaxValue,
};
var noPeers = new Option<bool>("--no-peers") { Description = "Our engine alone; needs nothing but the SDK." };

var compare = new Command("compare", "Compares the engine with Apache Lucene and SQLite FTS5 in one run.")
{
    passages, queries, keepStopWords, rounds, limit, noPeers,
};
compare.SetAction(result => Comparison.Run(
    new CompareOptions(
        result.GetRequiredValue(passages),
        result.GetRequiredValue(queries),
        result.GetValue(keepStopWords),
        result.GetValue(rounds),
        !result.GetValue(noPeers),
        result.GetValue(limit)),
    Console.Out));

return new RootCommand("Measures the engine side by side with its peers.") { compare }.Parse(args).Invoke();
