using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Searching;
using Search.Engine.Storage;
using Search.Engine.Tests.Oracle;
using Search.Queries.Trees;
using Search.Text.Analysis;

namespace Search.Engine.Tests.Searching;

/// <summary>Fuzzy words alone are collected term by term, beside others in other ways: the hits are equal.</summary>
internal sealed class FuzzySearchTests
{
    private static readonly IndexSchema Schema =
        new([new("text", FieldKind.Text, HasStems: false)], "text", _ => WhitespaceAnalyzer.Instance);

    [Test]
    public void Hits_counts_and_scores_are_those_of_a_walk()
    {
        int seed = Seeds.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 8; round++)
        {
            using var storage = new MemoryStorage();
            int letters = random.Next(2, 5);
            using IndexSnapshot snapshot = Write(storage, random, random.Next(1, 4000), letters);
            for (int i = 0; i < 12; i++)
            {
                var searcher = new IndexSearcher(
                    snapshot, new SearchLimits { MaxFuzzyExpansions = random.Next(3) == 0 ? 4 : 50 });
                var query = new FuzzyQuery(null, Word(random, letters), random.Next(1, 3));
                var request = new SearchRequest { Query = query, Limit = random.Next(1, 30) };

                // Filtered by everything, the same query is walked or taken in windows.
                SearchResults walked = searcher.Search(request with { Filters = [new("all", new MatchAllQuery())] });
                SearchResults collected = searcher.Search(request);

                Assert.That(collected.Total, Is.EqualTo(walked.Total));
                Assert.That(collected.Hits, Is.EqualTo(walked.Hits));
                Assert.That(searcher.Search(request with { NeedsTotal = false }).Hits, Is.EqualTo(walked.Hits));
            }
        }
    }

    private static IndexSnapshot Write(MemoryStorage storage, Random random, int count, int letters)
    {
        using (IndexWriter writer = IndexWriter.Open(storage, Schema))
        {
            for (int doc = 0; doc < count; doc++)
            {
                writer.Add(new IndexDocument().Add("text", Text(random, letters)));
                if (random.Next(2000) == 0)
                {
                    writer.Commit();
                }
            }

            writer.Commit();
        }

        return IndexSnapshot.TryOpen(storage, Schema)!;
    }

    private static string Text(Random random, int letters) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Word(random, letters)));

    /// <summary>Short words of few letters, so that many documents hold several of them.</summary>
    private static string Word(Random random, int letters) =>
        string.Concat(Enumerable.Range(0, random.Next(2, 6)).Select(_ => "abcde"[random.Next(letters)]));
}
