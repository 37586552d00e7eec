using System.Text;
using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Storage;

namespace Search.Engine.Tests.Indexing;

/// <summary>A buffer of more occurrences than are placed at a time is inverted range by range.</summary>
[TestFixture]
internal sealed class InvertedBufferTests
{
    private const int Documents = 12;
    private const int TokensPerDocument = 200_000;

    private static readonly IndexSchema Schema = new(
        [new("text", FieldKind.Text, HasStems: false)], "text", _ => new SpaceAnalyzer());

    [Test]
    public void ManyOccurrencesGiveTheSegmentThatSmallOnesMergeInto()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        List<string> atOnce = Write(new IndexWriterOptions(), new Random(seed));
        List<string> merged = Write(new IndexWriterOptions { BufferSizeInBytes = 1 }, new Random(seed));
        Assert.That(merged.SequenceEqual(atOnce), Is.True);
    }

    private static List<string> Write(IndexWriterOptions options, Random random)
    {
        using var storage = new MemoryStorage();
        using (IndexWriter writer = IndexWriter.Open(storage, Schema, options))
        {
            for (int i = 0; i < Documents; i++)
            {
                writer.Add(new IndexDocument().Add("text", Text(random)));
            }

            writer.MergeAll();
            writer.Commit();
        }

        using IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, Schema)!;
        Assert.That(snapshot.Segments, Has.Count.EqualTo(1));
        return SegmentDump.Of(snapshot.Segments[0]);
    }

    /// <summary>Words of one to three letters; the shorter are the commoner.</summary>
    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (int i = 0; i < TokensPerDocument; i++)
        {
            for (int letters = 1 + random.Next(3); letters > 0; letters--)
            {
                _ = text.Append((char)('a' + random.Next(20)));
            }

            _ = text.Append(' ');
        }

        return text.ToString();
    }
}
