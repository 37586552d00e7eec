using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Storage;

namespace Search.Engine.Tests.Indexing;

/// <summary>What is written is read back, whatever the flushes, merges and deletes on the way.</summary>
[TestFixture]
internal sealed class IndexWriterTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(40)]
    [TestCase(127)]
    [TestCase(128)]
    [TestCase(129)]
    [TestCase(1500)]
    public void ASegmentSaysWhatAListScanSays(int docCount)
    {
        var corpus = new RandomCorpus();
        List<IndexDocument> documents = corpus.Documents(docCount);
        using var storage = new MemoryStorage();
        Write(storage, documents);
        using IndexSnapshot snapshot = Open(storage);
        Assert.That(snapshot.Segments, Has.Count.EqualTo(1));
        Assert.That(SegmentDump.Of(snapshot.Segments[0]), Is.EqualTo(NaiveIndex.Dump(RandomCorpus.Schema, documents)));
        AssertStored(snapshot, documents);
        Assert.That(IndexVerifier.Verify(storage, RandomCorpus.Schema).DocCount, Is.EqualTo(docCount));
    }

    [Test]
    public void ADocumentInMemoryEqualsTheSegmentOfThatDocument()
    {
        var corpus = new RandomCorpus();
        var memory = new MemoryDocument(RandomCorpus.Schema);
        for (int i = 0; i < 100; i++)
        {
            IndexDocument document = corpus.Document(i);
            using var storage = new MemoryStorage();
            Write(storage, [document]);
            using IndexSnapshot snapshot = Open(storage);
            memory.Reset(document);
            Assert.That(SegmentDump.Of(memory), Is.EqualTo(SegmentDump.Of(snapshot.Segments[0])));
        }
    }

    [Test]
    public void MergedSegmentsEqualOneSegment()
    {
        var corpus = new RandomCorpus();
        List<IndexDocument> documents = corpus.Documents(1200);
        using var storage = new MemoryStorage();
        using (IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema))
        {
            foreach (IndexDocument[] part in documents.Chunk(1 + corpus.Random.Next(300)))
            {
                foreach (IndexDocument document in part)
                {
                    writer.Add(document);
                }

                writer.Commit();
            }

            writer.MergeAll();
            writer.Commit();
        }

        using IndexSnapshot snapshot = Open(storage);
        Assert.That(snapshot.Segments, Has.Count.EqualTo(1));
        Assert.That(SegmentDump.Of(snapshot.Segments[0]), Is.EqualTo(NaiveIndex.Dump(RandomCorpus.Schema, documents)));
        AssertStored(snapshot, documents);
        IndexVerifier.Verify(storage, RandomCorpus.Schema);
    }

    [Test]
    public void MergesLeaveDeletedDocumentsOut()
    {
        var corpus = new RandomCorpus();
        List<IndexDocument> documents = corpus.Documents(900);
        using var storage = new MemoryStorage();
        using IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema);
        List<IndexDocument> kept = [];
        foreach (IndexDocument[] part in documents.Chunk(200))
        {
            foreach (IndexDocument document in part)
            {
                writer.Add(document);
            }

            writer.Commit();
        }

        foreach (IndexDocument document in documents)
        {
            if (corpus.Random.Next(4) == 0)
            {
                writer.DeleteByKeyword("id", document.Values[0].Text!);
            }
            else
            {
                kept.Add(document);
            }
        }

        Assert.That(writer.Commit().DocCount, Is.EqualTo(kept.Count));
        using (IndexSnapshot before = Open(storage))
        {
            Assert.That(before.Segments.Sum(segment => segment.LiveDocCount), Is.EqualTo(kept.Count));
            Assert.That(before.Segments.Sum(segment => segment.DocCount), Is.EqualTo(documents.Count));
            IndexVerifier.Verify(storage, RandomCorpus.Schema);
        }

        writer.MergeAll();
        writer.Commit();
        using IndexSnapshot snapshot = Open(storage);
        Assert.That(SegmentDump.Of(snapshot.Segments[0]), Is.EqualTo(NaiveIndex.Dump(RandomCorpus.Schema, kept)));
        AssertStored(snapshot, kept);
        IndexVerifier.Verify(storage, RandomCorpus.Schema);
    }

    [Test]
    public void ASmallBufferGivesTheSameAnswersAsOneSegment()
    {
        var corpus = new RandomCorpus();
        List<IndexDocument> documents = corpus.Documents(3000);
        using var storage = new MemoryStorage();
        var options = new IndexWriterOptions { BufferSizeInBytes = 1, MergeFactor = 3 };
        using (IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema, options))
        {
            foreach (IndexDocument document in documents.Take(30))
            {
                writer.Add(document);
            }

            writer.Commit();
            writer.MergeAll();
            writer.Commit();
        }

        using IndexSnapshot snapshot = Open(storage);
        List<string> expected = NaiveIndex.Dump(RandomCorpus.Schema, [.. documents.Take(30)]);
        Assert.That(SegmentDump.Of(snapshot.Segments[0]), Is.EqualTo(expected));
    }

    [Test]
    public void ADeleteReachesBufferedDocumentsButNotLaterOnes()
    {
        using var storage = new MemoryStorage();
        using IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema);
        writer.Add(new IndexDocument().Add("id", "a").Add("note", "old"));
        writer.DeleteByKeyword("id", "a");
        writer.Add(new IndexDocument().Add("id", "a").Add("note", "new"));
        writer.Commit();
        using IndexSnapshot snapshot = Open(storage);
        Assert.That(snapshot.DocCount, Is.EqualTo(1));
        Assert.That(snapshot.Segments[0].LiveDocs.ToArray(), Is.EqualTo((ulong[])[2]));
        Assert.That(snapshot.Stored(0, 1)["note"], Is.EqualTo("new"));
    }

    [Test]
    public void ASegmentWithoutLiveDocumentsIsDropped()
    {
        using var storage = new MemoryStorage();
        using IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema);
        writer.Add(new IndexDocument().Add("id", "a"));
        writer.Commit();
        writer.DeleteByKeyword("id", "a");
        Assert.That(writer.Commit().DocCount, Is.Zero);
        Assert.That(storage.List(), Is.EqualTo((string[])["manifest"]));
    }

    [Test]
    public void CommitsKeepMergingSoThatSegmentsStayFew()
    {
        using var storage = new MemoryStorage();
        using IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema);
        for (int i = 0; i < 60; i++)
        {
            writer.Add(new IndexDocument().Add("id", $"{i}").Add("text", "the"));
            writer.Commit();
        }

        using IndexSnapshot snapshot = Open(storage);
        Assert.That(snapshot.Segments, Has.Count.LessThan(10));
        Assert.That(snapshot.DocCount, Is.EqualTo(60));
    }

    [Test]
    public void NothingChangedKeepsTheGeneration()
    {
        using var storage = new MemoryStorage();
        using IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema);
        var data = new Dictionary<string, string> { ["a"] = "1" };
        Assert.That(writer.Commit(data).Generation, Is.EqualTo(1));
        Assert.That(writer.Commit().Generation, Is.EqualTo(1));
        Assert.That(writer.Commit(data).Generation, Is.EqualTo(1));
        writer.DeleteByKeyword("id", "nothing");
        Assert.That(writer.Commit().Generation, Is.EqualTo(1));
        CommitInfo changed = writer.Commit(new Dictionary<string, string> { ["a"] = "2" });
        Assert.That(changed.Generation, Is.EqualTo(2));
        Assert.That(changed.UserData["a"], Is.EqualTo("2"));
    }

    [Test]
    public void ARefusedDocumentLeavesNoTrace()
    {
        using var storage = new MemoryStorage();
        using IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema);
        IndexDocument bad = new IndexDocument().Add("text", "the").Add("note", "x").Add("text", "again");
        Assert.That(() => writer.Add(bad), Throws.ArgumentException);
        IndexDocument good = new IndexDocument().Add("id", "b").Add("note", "y");
        writer.Add(good);
        writer.Commit();
        using IndexSnapshot snapshot = Open(storage);
        Assert.That(SegmentDump.Of(snapshot.Segments[0]), Is.EqualTo(NaiveIndex.Dump(RandomCorpus.Schema, [good])));
        Assert.That(snapshot.Stored(0, 0).Values.Select(value => value.Value), Is.EqualTo((string[])["b", "y"]));
    }

    [Test]
    public void ARollbackForgetsWhatWasNotCommitted()
    {
        using var storage = new MemoryStorage();
        using IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema);
        writer.Add(new IndexDocument().Add("id", "a"));
        writer.Commit();
        writer.Add(new IndexDocument().Add("id", "b"));
        writer.DeleteByKeyword("id", "a");
        writer.Rollback();
        Assert.That(writer.Commit(new Dictionary<string, string> { ["x"] = "y" }).DocCount, Is.EqualTo(1));
        using IndexSnapshot snapshot = Open(storage);
        Assert.That(snapshot.Stored(0, 0)["id"], Is.EqualTo("a"));
    }

    [Test]
    public void OneWriterAtATime()
    {
        using var storage = new MemoryStorage();
        using (IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema))
        {
            Assert.That(() => IndexWriter.Open(storage, RandomCorpus.Schema), Throws.InstanceOf<IOException>());
        }

        IndexWriter.Open(storage, RandomCorpus.Schema).Dispose();
    }

    [Test]
    public void AnotherSchemaIsRefused()
    {
        using var storage = new MemoryStorage();
        Write(storage, [new IndexDocument().Add("id", "a")]);
        var other = new IndexSchema([new("text", FieldKind.Text)], "text", _ => new SpaceAnalyzer());
        Assert.That(() => IndexSnapshot.TryOpen(storage, other), Throws.InstanceOf<IndexSchemaMismatchException>());
        Assert.That(() => IndexWriter.Open(storage, other), Throws.InstanceOf<IndexSchemaMismatchException>());
    }

    [Test]
    public void AnEmptyStorageHasNoSnapshot()
    {
        using var storage = new MemoryStorage();
        Assert.That(IndexSnapshot.TryOpen(storage, RandomCorpus.Schema), Is.Null);
    }

    [Test]
    public void ASnapshotKeepsItsGenerationWhileTheWriterGoesOn()
    {
        var corpus = new RandomCorpus();
        List<IndexDocument> documents = corpus.Documents(300);
        string folder = Directory.CreateTempSubdirectory("search-index-").FullName;
        try
        {
            using DiskStorage storage = DiskStorage.Open(folder);
            using IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema);
            documents.ForEach(writer.Add);
            writer.Commit();
            using IndexSnapshot old = Open(storage);
            List<string> before = SegmentDump.Of(old.Segments[0]);
            corpus.Documents(300, 300).ForEach(writer.Add);
            writer.DeleteByKeyword("id", "7");
            writer.MergeAll();
            writer.Commit();
            Assert.That(SegmentDump.Of(old.Segments[0]), Is.EqualTo(before));
            using IndexSnapshot now = Open(storage);
            Assert.That(now.Commit.Generation, Is.EqualTo(2));
            Assert.That(now.DocCount, Is.EqualTo(599));
            Assert.That(storage.List(), Has.Count.EqualTo(2), "the files of the old commit are gone");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void AHeldSnapshotOutlivesItsFirstHolder()
    {
        using var storage = new MemoryStorage();
        Write(storage, [new IndexDocument().Add("id", "a")]);
        IndexSnapshot snapshot = Open(storage);
        Assert.That(snapshot.TryAcquire(), Is.True);
        snapshot.Dispose();
        Assert.That(snapshot.Stored(0, 0)["id"], Is.EqualTo("a"));
        snapshot.Dispose();
        Assert.That(snapshot.TryAcquire(), Is.False);
    }

    private static void Write(IndexStorage storage, List<IndexDocument> documents)
    {
        using IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema);
        documents.ForEach(writer.Add);
        writer.Commit();
    }

    private static IndexSnapshot Open(IndexStorage storage) =>
        IndexSnapshot.TryOpen(storage, RandomCorpus.Schema) ?? throw new InvalidOperationException("no commit");

    private static void AssertStored(IndexSnapshot snapshot, List<IndexDocument> documents)
    {
        for (int doc = 0; doc < documents.Count; doc++)
        {
            IEnumerable<string> expected = documents[doc].Values
                .Where(value => value.Field is "text" or "id" or "size" or "note")
                .Select(value => $"{value.Field}={value.Text ?? $"{value.Lower}..{value.Upper}"}");
            IEnumerable<string> found = snapshot.Stored(0, doc).Values.Select(value => $"{value.Key}={value.Value}");
            Assert.That(found, Is.EqualTo(expected));
        }
    }
}
