using System.Globalization;
using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Searching;
using Search.Engine.Storage;
using Search.Engine.Tests.Oracle;
using Search.Queries.Trees;
using Search.Text.Analysis;

namespace Search.Engine.Tests.Searching;

/// <summary>What a prefix or wildcard matches, beside looking at every document.</summary>
internal sealed class PatternSearchTests
{
    private static readonly IndexSchema Schema = new(
        [new("text", FieldKind.Text, HasStems: false), new("id", FieldKind.Keyword, IsStored: true)],
        "text",
        _ => WhitespaceAnalyzer.Instance);

    [Test]
    public void Hits_and_counts_are_those_of_a_look_at_every_document()
    {
        int seed = Seeds.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 12; round++)
        {
            // Now and then enough documents that few matches are a list and not bits.
            int count = random.Next(4) == 0 ? 9000 : random.Next(1, 900);
            string[] texts = [.. Enumerable.Range(0, count).Select(_ => Text(random))];
            var isDeleted = new bool[texts.Length];
            using var storage = new MemoryStorage();
            using IndexSnapshot snapshot = Write(storage, texts, isDeleted, random);
            var searcher = new IndexSearcher(snapshot);
            foreach (string pattern in (string[])["a*", "ab*", "*c", "a?c", "b*a*", "dddd*", "*", "abc?", "c?c?"])
            {
                int[] expected = [.. Enumerable.Range(0, texts.Length).Where(doc =>
                    !isDeleted[doc] && texts[doc].Split(' ').Any(word => OracleWords.Glob(word, pattern)))];
                Check(snapshot, searcher, new WildcardQuery("text", pattern), expected, random);
            }
        }
    }

    private static void Check(
        IndexSnapshot snapshot, IndexSearcher searcher, Query query, int[] expected, Random random)
    {
        var request = new SearchRequest { Query = query, Limit = random.Next(0, 120) };
        SearchResults counted = searcher.Search(request);
        SearchResults first = searcher.Search(request with { NeedsTotal = false });
        Assert.That(counted.Total, Is.EqualTo(expected.Length));
        Assert.That(first.Total, Is.InRange(first.Hits.Count, expected.Length));
        Assert.That(counted.Hits.Select(hit => Place(snapshot, hit)), Is.EqualTo(expected.Take(request.Limit)));
        Assert.That(first.Hits, Is.EqualTo(counted.Hits));
        if (first.Hits.Count == 0)
        {
            return;
        }

        int last = random.Next(first.Hits.Count);
        SearchRequest next = request with { After = first.Hits[last].Values, NeedsTotal = random.Next(2) == 0 };
        int[] behind = [.. expected.Skip(last + 1).Take(request.Limit)];
        Assert.That(searcher.Search(next).Hits.Select(hit => Place(snapshot, hit)), Is.EqualTo(behind));
    }

    private static int Place(IndexSnapshot snapshot, SearchHit hit) => int.Parse(
        snapshot.Stored(hit.Address.Segment, hit.Address.DocId)["id"]!, CultureInfo.InvariantCulture);

    private static IndexSnapshot Write(MemoryStorage storage, string[] texts, bool[] isDeleted, Random random)
    {
        using (IndexWriter writer = IndexWriter.Open(storage, Schema))
        {
            for (int doc = 0; doc < texts.Length; doc++)
            {
                writer.Add(new IndexDocument().Add("text", texts[doc]).Add("id", Id(doc)));
                if (random.Next(300) == 0)
                {
                    writer.Commit();
                }
            }

            writer.Commit();
            if (random.Next(2) == 0)
            {
                writer.MergeAll();
                writer.Commit();
            }

            for (int doc = random.Next(2) == 0 ? texts.Length : 0; doc < texts.Length; doc += random.Next(1, 30))
            {
                writer.DeleteByKeyword("id", Id(doc));
                isDeleted[doc] = true;
            }

            writer.Commit();
        }

        return IndexSnapshot.TryOpen(storage, Schema)!;
    }

    private static string Id(int doc) => doc.ToString(CultureInfo.InvariantCulture);

    private static string Text(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Word(random)));

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => "aaabbccd"[random.Next(8)]));
}
