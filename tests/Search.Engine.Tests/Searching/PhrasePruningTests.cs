using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Storage;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Searching;

/// <summary>Phrases over many blocks: the best hits are the same whether the rest is counted or passed over.</summary>
[TestFixture]
internal sealed class PhrasePruningTests
{
    private static readonly string[] Words = ["red", "green", "blue", "grey"];

    [Test]
    public void The_best_are_the_same_without_the_count()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var storage = new MemoryStorage();
        using (var writer = IndexWriter.Open(storage, SmallIndex.Schema))
        {
            for (int i = 0; i < 6000; i++)
            {
                writer.Add(new IndexDocument { Language = "en" }.Add("text", Text(random)));
            }

            writer.Commit();
        }

        using IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, SmallIndex.Schema)!;
        var searcher = new IndexSearcher(snapshot);
        foreach (string text in (string[])["red green", "green green", "blue grey red", "grey red red green"])
        {
            Query query = SmallIndex.Parse($"\"{text}\"");
            SearchResults all = searcher.Search(new SearchRequest { Query = query, Limit = 6000 });
            Assert.That(all.Total, Is.EqualTo(all.Hits.Count).And.GreaterThan(100), text);
            for (int limit = 1; limit <= 100; limit += 33)
            {
                SearchResults best = searcher.Search(
                    new SearchRequest { Query = query, Limit = limit, NeedsTotal = false });
                Assert.That(
                    best.Hits.Select(hit => (hit.Address, hit.Score)),
                    Is.EqualTo(all.Hits.Take(limit).Select(hit => (hit.Address, hit.Score))),
                    $"{text}, the best {limit}");
            }
        }
    }

    private static string Text(Random random)
    {
        int length = random.Next(2) == 0 ? random.Next(2, 6) : random.Next(10, 40);
        return string.Join(' ', Enumerable.Range(0, length).Select(_ => Words[random.Next(Words.Length)]));
    }
}
