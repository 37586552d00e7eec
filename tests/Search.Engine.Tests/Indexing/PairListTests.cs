using System.Text;
using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Terms;
using Search.Engine.Storage;
using Search.Text.Analysis;

namespace Search.Engine.Tests.Indexing;

/// <summary>Lists of pairs say what a scan of the documents says, however the segment came about.</summary>
[TestFixture]
internal sealed class PairListTests
{
    private static readonly PairRule Small = RandomCorpus.Schema.Pairs;

    [TestCase(2)]
    [TestCase(30)]
    [TestCase(700)]
    public void EveryPairThatIsDueIsListedWhole(int docCount)
    {
        var corpus = new RandomCorpus();
        List<IndexDocument> documents = corpus.Documents(docCount);
        using var storage = new MemoryStorage();
        Write(storage, RandomCorpus.Schema, documents, docCount);
        List<string> expected = Naive(documents, everyPair: true);
        Assert.That(Lists(storage, RandomCorpus.Schema), Is.EquivalentTo(expected));
        Assert.That(expected, docCount == 700 ? Has.Count.GreaterThan(100) : Is.Not.Null);
        IndexVerifier.Verify(storage, RandomCorpus.Schema);
    }

    [Test]
    public void MergedListsAreWholeWhateverTheirSourcesList()
    {
        int seen = 0;
        for (int round = 0; round < 12; round++)
        {
            var corpus = new RandomCorpus();
            List<IndexDocument> documents = corpus.Documents(400);
            IndexSchema schema = Schema(Small with
            {
                LeastDocs = corpus.Random.Next(2, 200),
                DocsPerPair = corpus.Random.Next(5, 100),
                DocsPerBoth = corpus.Random.Next(3, 50),
                DocsOfBothPerPair = corpus.Random.Next(5, 100),
            });
            using var storage = new MemoryStorage();
            using (IndexWriter writer = IndexWriter.Open(storage, schema))
            {
                for (int i = 0; i < documents.Count; i++)
                {
                    writer.Add(documents[i]);
                    if (corpus.Random.Next(60) == 0)
                    {
                        writer.Commit();
                    }
                }

                HashSet<string> deleted = [];
                for (int i = round % 2 == 0 ? 0 : 100; i > 0; i--)
                {
                    string id = $"{corpus.Random.Next(documents.Count)}";
                    writer.DeleteByKeyword("id", id);
                    deleted.Add(id);
                }

                documents.RemoveAll(document => deleted.Contains(document.Values[0].Text!));
                writer.MergeAll();
                writer.Commit();
            }

            List<string> lists = Lists(storage, schema);
            Assert.That(lists, Is.SubsetOf(Naive(documents, everyPair: false)));
            IndexVerifier.Verify(storage, schema);
            seen += lists.Count;
        }

        Assert.That(seen, Is.GreaterThan(100));
    }

    [Test]
    public void SegmentsTooSmallForPairsGetThemWhenMerged()
    {
        var corpus = new RandomCorpus();
        List<IndexDocument> documents = corpus.Documents(300);
        IndexSchema schema = Schema(Small with { LeastDocs = 100 });
        using var storage = new MemoryStorage();
        Write(storage, schema, documents, 60);
        Assert.That(Lists(storage, schema), Is.Empty);
        Assert.That(PairBytes(storage, schema), Is.Zero);
        using (IndexWriter writer = IndexWriter.Open(storage, schema))
        {
            writer.MergeAll();
            writer.Commit();
        }

        Assert.That(Lists(storage, schema), Is.EquivalentTo(Naive(documents, everyPair: true)));
        Assert.That(PairBytes(storage, schema), Is.Positive);
    }

    [Test]
    public void AListThatIsWrongIsFound()
    {
        var corpus = new RandomCorpus();
        List<IndexDocument> documents = corpus.Documents(200);
        using var storage = new MemoryStorage();
        Write(storage, Schema(Small with { DocsPerPair = 20 }), documents, 200);
        using IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, RandomCorpus.Schema)!;
        var segment = (SegmentReader)snapshot.Segments[0];
        InvertedField field = RandomCorpus.Schema.InvertedFields[0];
        Assert.That(segment.Pairs(field)!.Count, Is.GreaterThan(0));

        // A verifier that is shown other words under the places of these finds that nothing fits.
        var verifier = new PairVerifier(segment, field);
        TermCursor terms = segment.Terms(field);
        TermEntry last = default;
        while (terms.MoveNext())
        {
            TermEntry entry = terms.Entry;
            verifier.Add(last.DocFrequency > 1 ? last with { PostingsOffset = entry.PostingsOffset } : entry);
            last = entry;
        }

        Assert.That(
            () => verifier.Verify((_, _) => { }, CancellationToken.None), Throws.TypeOf<IndexCorruptException>());
    }

    [Test]
    public void CommonAreThePairsAboveTheirShares()
    {
        PairRule rule = PairRule.Default;
        const int Docs = 2_000_000;
        Assert.That(rule.AppliesTo(4095), Is.False);
        Assert.That(rule.AppliesTo(4096), Is.True);
        Assert.That(rule.LeastOfWord(Docs), Is.EqualTo(Docs / 300));
        Assert.That(rule.Lists(Docs, 60_000, 10_000, 4_200), Is.True);
        Assert.That(rule.Lists(Docs, 60_000, 10_000, 4_100), Is.False, "the pair is too rare");
        Assert.That(rule.Lists(Docs, 52_000, 10_000, 4_200), Is.False, "the words are too rare");
        Assert.That(rule.Lists(Docs, 500_000, 500_000, 13_300), Is.False, "the pair is rare among its words");
        Assert.That(rule.Lists(Docs, 500_000, 500_000, 13_400), Is.True);
        Assert.That(rule.Lists(200_000, 5_000, 1_000, 320), Is.True, "smaller segments list more");
        Assert.That(PairRule.None.AppliesTo(Docs), Is.False);
    }

    private static IndexSchema Schema(PairRule pairs) =>
        new(RandomCorpus.Schema.Fields, "text", _ => new SpaceAnalyzer()) { Pairs = pairs };

    private static void Write(MemoryStorage storage, IndexSchema schema, List<IndexDocument> documents, int segment)
    {
        using IndexWriter writer = IndexWriter.Open(storage, schema);
        foreach (IndexDocument[] part in documents.Chunk(segment))
        {
            Array.ForEach(part, writer.Add);
            writer.Commit();
        }
    }

    private static List<string> Lists(MemoryStorage storage, IndexSchema schema)
    {
        using IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, schema)!;
        return [.. snapshot.Segments.SelectMany(segment => SegmentDump.PairsOf((SegmentReader)segment))];
    }

    private static long PairBytes(MemoryStorage storage, IndexSchema schema)
    {
        using IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, schema)!;
        return snapshot.PairBytes;
    }

    /// <summary>Pairs of words that two documents hold or more, by comparing each token with each other.</summary>
    private static List<string> Naive(List<IndexDocument> documents, bool everyPair)
    {
        List<string> lines = [];
        foreach (string field in (string[])["text", "title"])
        {
            var lists = new SortedDictionary<string, string>(StringComparer.Ordinal);
            var frequencies = new Dictionary<string, int>();
            for (int doc = 0; doc < documents.Count; doc++)
            {
                HashSet<(string Word, int Position)> tokens = Tokens(documents[doc], field);
                foreach (string word in tokens.Select(token => token.Word).Distinct())
                {
                    frequencies[word] = frequencies.GetValueOrDefault(word) + 1;
                }

                var pairs = tokens
                    .SelectMany(first => tokens
                        .Where(second => second.Position == first.Position + 1)
                        .Select(second => $"{first.Word} {second.Word}"))
                    .GroupBy(pair => pair);
                foreach (IGrouping<string, string> pair in pairs)
                {
                    lists[pair.Key] = lists.GetValueOrDefault(pair.Key, "") + $" {doc}x{pair.Count()}";
                }
            }

            // Words beyond the most frequent ones have no pairs; of those with one frequency the first are taken.
            int least = everyPair ? 2 : 1;
            HashSet<string> common = [.. frequencies
                .Where(word => word.Value >= least)
                .OrderByDescending(word => word.Value)
                .ThenBy(word => word.Key, StringComparer.Ordinal)
                .Take(everyPair ? PairRule.MaxWords : int.MaxValue)
                .Select(word => word.Key)];
            lines.AddRange(lists
                .Where(list => list.Key.Split(' ').All(common.Contains))
                .Select(list => $"{field} {list.Key}{list.Value}"));
        }

        return lines;
    }

    private static HashSet<(string Word, int Position)> Tokens(IndexDocument document, string field)
    {
        var tokens = new TokenBuffer();
        foreach (FieldValue value in document.Values.Where(value => value.Field == field))
        {
            new SpaceAnalyzer().Analyze(value.Text!, tokens);
        }

        return [.. Enumerable.Range(0, tokens.Count)
            .Select(i => (Encoding.UTF8.GetString(tokens.Exact(i)), tokens[i].Position))];
    }
}
