using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;
using Search.Engine.Storage;

namespace Search.Engine.Tests.Indexing;

/// <summary>Hot paths allocate nothing once their memory has grown.</summary>
[TestFixture]
internal sealed class AllocationTests
{
    [Test]
    public void WalkingPostingsAndPositionsAllocatesNothing()
    {
        using var storage = new MemoryStorage();
        using (IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema))
        {
            new RandomCorpus(1).Documents(2000).ForEach(writer.Add);
            writer.Commit();
        }

        using IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, RandomCorpus.Schema)!;
        SegmentView segment = snapshot.Segments[0];
        InvertedField field = RandomCorpus.Schema.InvertedFields[0];
        Assert.That(segment.TryFindTerm(field, "the"u8, out TermEntry entry), Is.True);
        PostingsCursor warm = segment.Postings(field, entry);
        Assert.That(Walk(warm), Is.GreaterThan(2000));
        ((DiskPostingsCursor)warm).Reset(entry);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long sum = Walk(warm);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(sum, Is.GreaterThan(2000));
    }

    [Test]
    public void ADocumentInMemoryIsReusedWithoutAllocating()
    {
        var document = new MemoryDocument(RandomCorpus.Schema);
        var values = new IndexDocument().Add("tag", "a").Add("date", 1, 2);
        document.Reset(values);
        InvertedField field = RandomCorpus.Schema.Inverted(RandomCorpus.Schema.Fields[3], TermForm.Exact);
        document.TryFindTerm(field, "a"u8, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            document.Reset(values);
            document.TryFindTerm(field, "a"u8, out _);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1000 * 100));
    }

    private static long Walk(PostingsCursor postings)
    {
        long sum = 0;
        while (postings.Next() != DocCursor.End)
        {
            foreach (int position in postings.Positions())
            {
                sum += position;
            }
        }

        return sum;
    }
}
