using System.Globalization;
using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Storage;
using Search.Text.Analysis;

namespace Search.Engine.Tests.Indexing;

/// <summary>A writer with several threads gives what a writer with one gives.</summary>
[TestFixture]
internal sealed class SegmentBuildersTests
{
    private const int SmallBatch = 20_000;

    [TestCase(2)]
    [TestCase(5)]
    public void SeveralThreadsKeepTheOrderOfTheDocuments(int threads)
    {
        var corpus = new RandomCorpus();
        List<IndexDocument> documents = corpus.Documents(2000);
        using var storage = new MemoryStorage();
        using (IndexWriter writer = Open(storage, threads))
        {
            documents.ForEach(writer.Add);
            writer.Commit();
            writer.MergeAll();
            writer.Commit();
        }

        using IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, RandomCorpus.Schema)!;
        Assert.That(snapshot.Segments, Has.Count.EqualTo(1));
        Assert.That(SegmentDump.Of(snapshot.Segments[0]), Is.EqualTo(NaiveIndex.Dump(RandomCorpus.Schema, documents)));
        IndexVerifier.Verify(storage, RandomCorpus.Schema);
    }

    [Test]
    public void TheSameDocumentsGiveTheSameBytesEachTime()
    {
        var corpus = new RandomCorpus();
        List<IndexDocument> documents = corpus.Documents(1500);
        List<byte[]> first = Files(documents, threads: 2);
        Assert.That(first, Has.Count.GreaterThan(2), "there are several segments");
        for (int run = 0; run < 5; run++)
        {
            Assert.That(Files(documents, threads: 4), Is.EqualTo(first));
        }
    }

    [Test]
    public void DeletesReachWhatWasAddedBeforeThemAlone()
    {
        var corpus = new RandomCorpus();
        using var storage = new MemoryStorage();
        using IndexWriter writer = Open(storage, threads: 3);
        List<(string Id, string Note)> expected = [];
        for (int i = 0; i < 3000; i++)
        {
            string id = corpus.Random.Next(200).ToString(CultureInfo.InvariantCulture);
            if (corpus.Random.Next(3) == 0)
            {
                writer.DeleteByKeyword("id", id);
                _ = expected.RemoveAll(document => document.Id == id);
            }

            string note = i.ToString(CultureInfo.InvariantCulture);
            writer.Add(corpus.Document(i) is var some && i % 2 == 0
                ? new IndexDocument().Add("id", id).Add("note", note)
                : new IndexDocument().Add("id", id).Add("note", note).Add("text", Text(some)));
            expected.Add((id, note));
            if (corpus.Random.Next(700) == 0)
            {
                _ = writer.Commit();
            }
        }

        Assert.That(writer.Commit().DocCount, Is.EqualTo(expected.Count));
        writer.MergeAll();
        _ = writer.Commit();
        using IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, RandomCorpus.Schema)!;
        IEnumerable<(string, string)> found = Enumerable.Range(0, expected.Count)
            .Select(doc => snapshot.Stored(0, doc))
            .Select(stored => (stored["id"]!, stored["note"]!));
        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public void ARefusedDocumentLeavesNoTrace()
    {
        using var storage = new MemoryStorage();
        using IndexWriter writer = Open(storage, threads: 2);
        IndexDocument[] bad =
        [
            new IndexDocument().Add("id", "a").Add("text", "the").Add("text", "again"),
            new IndexDocument().Add("id", "a").Add("size", 1, 2).Add("size", 1, 2),
            new IndexDocument().Add("id", "a").Add("nothing", "x"),
            new IndexDocument().Add("id", "a").Add("text", 1, 2),
        ];
        foreach (IndexDocument document in bad)
        {
            Assert.That(() => writer.Add(document), Throws.ArgumentException);
        }

        IndexDocument good = new IndexDocument().Add("id", "b").Add("note", "y").Add("size", 3, 4);
        writer.Add(good);
        writer.Commit();
        using IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, RandomCorpus.Schema)!;
        Assert.That(SegmentDump.Of(snapshot.Segments[0]), Is.EqualTo(NaiveIndex.Dump(RandomCorpus.Schema, [good])));
        IEnumerable<string> stored = snapshot.Stored(0, 0).Values.Select(value => value.Value);
        Assert.That(stored, Is.EqualTo((string[])["b", "y", "3..4"]));
    }

    [Test]
    public void AFailureOnAThreadIsThrownAtTheCommitAndCanBeRolledBack()
    {
        var schema = new IndexSchema([new("text", FieldKind.Text)], "text", _ => new FailingAnalyzer());
        using var storage = new MemoryStorage();
        var options = new IndexWriterOptions { Threads = 2, BufferSizeInBytes = 200 };
        using IndexWriter writer = IndexWriter.Open(storage, schema, options);
        for (int i = 0; i < 100; i++)
        {
            writer.Add(new IndexDocument().Add("text", i == 50 ? "fail" : "some words to fill a batch"));
        }

        Assert.That(() => writer.Commit(), Throws.TypeOf<FormatException>());
        Assert.That(() => writer.Add(new IndexDocument()), Throws.InvalidOperationException);
        writer.Rollback();
        writer.Add(new IndexDocument().Add("text", "words"));
        Assert.That(writer.Commit().DocCount, Is.EqualTo(1));
        Assert.That(storage.List(), Has.Count.EqualTo(2), "what the failed commit wrote is gone");
    }

    [Test]
    public void DocumentsThatWereNotCommittedAreForgotten()
    {
        var corpus = new RandomCorpus();
        using var storage = new MemoryStorage();
        using (IndexWriter writer = Open(storage, threads: 2))
        {
            corpus.Documents(500).ForEach(writer.Add);
            writer.Rollback();
            writer.Add(new IndexDocument().Add("id", "kept"));
            Assert.That(writer.Commit().DocCount, Is.EqualTo(1));
            corpus.Documents(500).ForEach(writer.Add);
        }

        using IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, RandomCorpus.Schema)!;
        Assert.That(snapshot.DocCount, Is.EqualTo(1));
        Assert.That(() => Open(storage, threads: 0), Throws.InstanceOf<ArgumentException>());
    }

    private static IndexWriter Open(MemoryStorage storage, int threads) => IndexWriter.Open(
        storage, RandomCorpus.Schema, new IndexWriterOptions { Threads = threads, BufferSizeInBytes = SmallBatch });

    private static string Text(IndexDocument document) =>
        document.Values.FirstOrDefault(value => value.Field == "text").Text ?? "none";

    private static List<byte[]> Files(List<IndexDocument> documents, int threads)
    {
        using var storage = new MemoryStorage();
        using (IndexWriter writer = Open(storage, threads))
        {
            documents.ForEach(writer.Add);
            writer.Commit();
        }

        List<byte[]> files = [];
        foreach (string name in storage.List().Order(StringComparer.Ordinal))
        {
            using MappedBytes bytes = storage.OpenMapped(name);
            files.Add(bytes.Slice(0, (int)bytes.Length).ToArray());
        }

        return files;
    }

    private sealed class FailingAnalyzer : Analyzer
    {
        public override string Name => "failing";

        public override int Version => 1;

        public override void Analyze(ReadOnlySpan<char> text, TokenBuffer tokens)
        {
            if (text.SequenceEqual("fail"))
            {
                throw new FormatException("a text that cannot be analyzed");
            }

            WhitespaceAnalyzer.Instance.Analyze(text, tokens);
        }
    }
}
