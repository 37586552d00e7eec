using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Storage;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Searching;

/// <summary>
/// Hits ordered by score and a field, collected in bulk, are those that walking gives: an order of three keys is always
/// walked.
/// </summary>
internal sealed class ScoreOrderTests
{
    private static readonly string[] Words =
        ["cybercrime", "cyber", "crime", "law", "cooperation", "co", "operation", "the", "the", "the"];

    private static readonly string[] Queries =
    [
        "law", "cybercrime", "cyber-crime", "cybercrime OR law", "cooperation OR cybercrime OR crime",
        "law AND cooperation", "\"the law\"", "c*", "operatoin~2", "law OR (cybercrime AND the)", "*",
    ];

    [TestCase(1, false)]
    [TestCase(3, true)]
    public void Bulk_and_walk_give_the_same(int commits, bool hasDeletes)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        using var storage = new MemoryStorage();
        using IndexSnapshot snapshot = Write(storage, new Random(seed), commits, hasDeletes);
        var searcher = new IndexSearcher(snapshot);
        SearchFilter[] filters =
        [
            new("theme", new BooleanQuery(
                [new(Occur.Should, new TermQuery("theme", "a")), new(Occur.Should, new TermQuery("theme", "b"))])),
            new("all", new RangeQuery("number", "0", null, true, true)),
        ];
        foreach (string text in Queries)
        {
            foreach (int limit in (int[])[1, 10, 200])
            {
                var request = new SearchRequest
                {
                    Query = SmallIndex.Parse(text),
                    Limit = limit,
                    Filters = limit == 10 ? [] : filters,
                    Facets = [new FacetRequest("theme")],
                };
                SortKey key = new("number", IsDescending: limit == 200);
                SearchResults expected = searcher.Search(
                    request with { Sort = [SortKey.Score, key, key] });
                SearchResults found = searcher.Search(request with { Sort = [SortKey.Score, key] });
                string about = $"{text}, the best {limit}";
                Assert.That(expected.Hits, Is.Not.Empty, about);
                Assert.That(found.Total, Is.EqualTo(expected.Total), about);
                Assert.That(found.Facets[0], Is.EqualTo(expected.Facets[0]), about);
                Assert.That(
                    found.Hits.Select(hit => (hit.Address, hit.Score, hit.Values.Values[1])),
                    Is.EqualTo(expected.Hits.Select(hit => (hit.Address, hit.Score, hit.Values.Values[1]))),
                    about);
                SearchResults behind = searcher.Search(
                    request with { Sort = [SortKey.Score, key], After = found.Hits[0].Values, Limit = limit - 1 });
                Assert.That(behind.Hits, Is.EqualTo(found.Hits.Skip(1)), about);
            }
        }
    }

    private static IndexSnapshot Write(MemoryStorage storage, Random random, int commits, bool hasDeletes)
    {
        using (IndexWriter writer = IndexWriter.Open(storage, SmallIndex.Schema))
        {
            for (int commit = 0; commit < commits; commit++)
            {
                int count = commit == 0 ? 5000 : 700;
                for (int i = 0; i < count; i++)
                {
                    int number = random.Next(1000);
                    writer.Add(new IndexDocument { Language = "en" }
                        .Add("text", Text(random, isPlain: i > 4200))
                        .Add("theme", "abcd".Substring(random.Next(4), 1))
                        .Add("number", number, number));
                }

                writer.Commit();
            }

            if (hasDeletes)
            {
                writer.DeleteByKeyword("theme", "d");
                writer.Commit();
            }
        }

        return IndexSnapshot.TryOpen(storage, SmallIndex.Schema)!;
    }

    // In the last windows a word has but one spelling.
    private static string Text(Random random, bool isPlain) => string.Join(' ', Enumerable
        .Range(0, random.Next(1, 20)).Select(_ => Words[random.Next(Words.Length)])
        .Where(word => !isPlain || word is not ("cyber" or "co")));
}
