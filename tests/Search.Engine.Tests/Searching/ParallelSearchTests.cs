using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Storage;

namespace Search.Engine.Tests.Searching;

/// <summary>Searches that run at once take buffers from each other and never each other's answers.</summary>
[TestFixture]
internal sealed class ParallelSearchTests
{
    private static readonly string[] Words = ["red", "green", "blue", "grey", "white", "black"];

    private static readonly string[] Queries =
    [
        "red", "red AND green", "\"red green\"", "blue OR grey OR white", "gre*", "whita~1", "\"grey red\" OR black",
        "\"red green\" AND NOT blue",
    ];

    [Test]
    public void Answers_are_those_of_a_search_alone()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var storage = new MemoryStorage();
        using (var writer = IndexWriter.Open(storage, SmallIndex.Schema))
        {
            for (int i = 0; i < 3000; i++)
            {
                string text = string.Join(
                    ' ', Enumerable.Range(0, random.Next(2, 12)).Select(_ => Words[random.Next(Words.Length)]));
                writer.Add(new IndexDocument { Language = "en" }.Add("text", text));
            }

            writer.Commit();
        }

        using IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, SmallIndex.Schema)!;
        var searcher = new IndexSearcher(snapshot);
        string[] alone = [.. Queries.Select(query => Answer(searcher, query))];
        Assert.That(alone, Is.All.Not.StartsWith("0:"));
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            int query = i % Queries.Length;
            Assert.That(Answer(searcher, Queries[query]), Is.EqualTo(alone[query]), Queries[query]);
        });
    }

    private static string Answer(IndexSearcher searcher, string query)
    {
        SearchResults results = searcher.Search(new SearchRequest { Query = SmallIndex.Parse(query) });
        return $"{results.Total}: {string.Join(' ', results.Hits.Select(hit => $"{hit.Address}/{hit.Score:R}"))}";
    }
}
