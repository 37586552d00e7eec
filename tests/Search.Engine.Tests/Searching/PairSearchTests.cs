using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Searching;
using Search.Engine.Storage;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Searching;

/// <summary>An index with lists of pairs answers as one without.</summary>
[TestFixture]
internal sealed class PairSearchTests
{
    private static readonly string[] Words = ["of", "the", "use", "law", "+and", "~", "the", "of"];

    private static readonly string[] Queries =
    [
        "\"of the\"", "\"the the\"", "\"the of the\"", "\"of the of the\"", "\"the use of the law\"",
        "\"use law\"~2", "\"of the\" \"the use\"", "+\"of the\" +law", "+\"the law\" -\"of the law\"",
        "use \"of the\"^2", "+\"of the\" +\"the use\" +\"use of\"", "title:\"of the\" OR \"the use\"",
        "(\"of the use\" AND law) OR \"law of the\"", "\"the *w\"", "\"of the\" AND theme:a",
    ];

    [TestCase(false, 1)]
    [TestCase(false, 4)]
    [TestCase(true, 4)]
    public void HitsScoresAndCountsAreTheSameWithPairsAndWithout(bool hasDeletes, int commits)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        IndexSchema with = Schema(new PairRule { LeastDocs = 300 });
        IndexSchema without = Schema(PairRule.None);
        using var storage = new MemoryStorage();
        using var otherStorage = new MemoryStorage();
        using IndexSnapshot snapshot = Write(storage, with, new Random(seed), commits, hasDeletes);
        using IndexSnapshot other = Write(otherStorage, without, new Random(seed), commits, hasDeletes);
        InvertedField field = with.InvertedFields[0];
        bool[] listed = [.. snapshot.Segments.Select(segment =>
            segment.TryFindTerm(field, "of"u8, out var of) && segment.TryFindTerm(field, "the"u8, out var the)
            && segment.TryFindPair(field, of, the, out _))];
        Assert.That(listed, Has.Some.True);
        Assert.That(listed, commits == 1 ? Has.None.False : Has.Some.False, "the last segment is too small");
        foreach (string text in Queries)
        {
            Query query = SmallIndex.Parse(text);
            foreach (int limit in (int[])[1, 10, 5000])
            {
                foreach (bool needsTotal in (bool[])[true, false])
                {
                    var request = new SearchRequest { Query = query, Limit = limit, NeedsTotal = needsTotal };
                    SearchResults expected = new IndexSearcher(other).Search(request);
                    SearchResults found = new IndexSearcher(snapshot).Search(request);
                    string about = $"{text}, the best {limit}";
                    Assert.That(expected.Hits, Is.Not.Empty, about);
                    Assert.That(
                        found.Hits.Select(hit => (hit.Address, hit.Score)),
                        Is.EqualTo(expected.Hits.Select(hit => (hit.Address, hit.Score))),
                        about);
                    if (needsTotal)
                    {
                        Assert.That(found.Total, Is.EqualTo(expected.Total), about);
                    }
                }
            }
        }
    }

    private static IndexSchema Schema(PairRule pairs) =>
        new(SmallIndex.Schema.Fields, "text", _ => new SpaceAnalyzer()) { Pairs = pairs };

    private static IndexSnapshot Write(
        MemoryStorage storage, IndexSchema schema, Random random, int commits, bool hasDeletes)
    {
        using (IndexWriter writer = IndexWriter.Open(storage, schema))
        {
            for (int commit = 0; commit < commits; commit++)
            {
                int count = commit == 3 ? 200 : 1500;
                for (int i = 0; i < count; i++)
                {
                    writer.Add(new IndexDocument()
                        .Add("text", Text(random))
                        .Add("title", Text(random))
                        .Add("theme", random.Next(3) switch { 0 => "a", 1 => "b", _ => "c" }));
                }

                writer.Commit();
            }

            if (hasDeletes)
            {
                writer.DeleteByKeyword("theme", "c");
                writer.Commit();
            }
        }

        return IndexSnapshot.TryOpen(storage, schema)!;
    }

    private static string Text(Random random) => string.Join(
        ' ', Enumerable.Range(0, random.Next(1, random.Next(2) == 0 ? 8 : 40)).Select(_ => Words[random.Next(8)]));
}
