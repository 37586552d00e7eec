using NUnit.Framework;
using Search.Engine.Codecs;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Tests.Segments;

/// <summary>A posting list gives back its postings by steps, seeks and blocks.</summary>
[TestFixture]
internal sealed class DiskPostingsCursorTests
{
    private const int DocCount = 200_000;

    [TestCase(1, 1)]
    [TestCase(1, 5)]
    [TestCase(2, 1)]
    [TestCase(127, 3)]
    [TestCase(128, 1)]
    [TestCase(129, 300)]
    [TestCase(5000, 4)]
    [TestCase(60_000, 2)]
    public void StepsSeeksAndBlocksAgreeWithAList(int docFrequency, int maxFrequency)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        byte[] norms = new byte[DocCount];
        random.NextBytes(norms);
        List<Posting> postings = Postings(random, docFrequency, maxFrequency);
        using SegmentFile file = Write(postings, norms, random, out TermEntry entry);
        var field = new PostingsField(file, 0, hasPositions: true);
        var cursor = new DiskPostingsCursor(field, entry);
        AssertSteps(cursor, postings);
        for (int round = 0; round < 20; round++)
        {
            cursor.Reset(entry);
            AssertSeeks(cursor, postings, random, 1 << random.Next(1, 15));
        }

        cursor.Reset(entry);
        AssertRuns(cursor, postings, random);
        AssertBlocks(cursor, postings, norms);
    }

    private static void AssertSteps(DiskPostingsCursor cursor, List<Posting> postings)
    {
        Assert.That(cursor.DocId, Is.EqualTo(-1));
        foreach (Posting posting in postings)
        {
            Assert.That(cursor.Next(), Is.EqualTo(posting.Doc));
            Assert.That(cursor.Frequency, Is.EqualTo(posting.Positions.Length));
            Assert.That(cursor.Positions().SequenceEqual(posting.Positions), Is.True);
        }

        Assert.That(cursor.Next(), Is.EqualTo(DocCursor.End));
        Assert.That(cursor.Next(), Is.EqualTo(DocCursor.End));
        Assert.That(cursor.Seek(DocCursor.End), Is.EqualTo(DocCursor.End));
    }

    private static void AssertSeeks(DiskPostingsCursor cursor, List<Posting> postings, Random random, int stride)
    {
        int place = -1;
        int target = 0;
        while (place < postings.Count)
        {
            if (random.Next(5) == 0)
            {
                place = Math.Max(place + 1, 0);
                target = cursor.Next();
            }
            else
            {
                int reached = target += random.Next(stride);
                place = Math.Max(place, 0);
                while (place < postings.Count && postings[place].Doc < reached)
                {
                    place++;
                }

                target = cursor.Seek(reached);
            }

            Assert.That(target, Is.EqualTo(place < postings.Count ? postings[place].Doc : DocCursor.End));
            if (place < postings.Count && random.Next(3) == 0)
            {
                Assert.That(cursor.Positions().SequenceEqual(postings[place].Positions), Is.True);
            }
        }
    }

    private static void AssertBlocks(DiskPostingsCursor cursor, List<Posting> postings, byte[] norms)
    {
        Posting[][] blocks = [.. postings.Chunk(BlockPostingsCursor.BlockSize)];
        Assert.That(cursor.BlockCount, Is.EqualTo(blocks.Length));
        Assert.That(cursor.BlockLastDocs.ToArray(), Is.EqualTo(blocks.Select(block => block[^1].Doc)));
        ulong[] impacts = cursor.BlockImpacts.ToArray();
        ulong[] groups = cursor.GroupImpacts.ToArray();
        foreach (int number in Enumerable.Range(0, blocks.Length).Concat([0, blocks.Length / 2]))
        {
            Posting[] block = blocks[number];
            Assert.That(cursor.MoveToBlock(number), Is.True);
            Assert.That(cursor.Block, Is.EqualTo(number));
            Assert.That(cursor.DocId, Is.EqualTo(block[0].Doc));
            Assert.That(cursor.BlockDocs.ToArray(), Is.EqualTo(block.Select(posting => posting.Doc)));
            Assert.That(
                cursor.BlockFrequencies.ToArray(), Is.EqualTo(block.Select(posting => posting.Positions.Length)));
            Assert.That(cursor.BlockNorms.ToArray(), Is.EqualTo(block.Select(posting => norms[posting.Doc])));
            ulong[] bounds = [impacts[number], groups[number / BlockPostingsCursor.BlocksPerGroup]];
            foreach (ulong bound in bounds)
            {
                Assert.That(block.All(posting => IsBounded(bound, posting, norms[posting.Doc])), Is.True);
            }
        }

        Assert.That(cursor.MoveToBlock(blocks.Length), Is.False);
        Assert.That(cursor.DocId, Is.EqualTo(DocCursor.End));
    }

    private static void AssertRuns(DiskPostingsCursor cursor, List<Posting> postings, Random random)
    {
        int before = cursor.DocId;
        Span<int> docs = new int[4 * BlockPostingsCursor.BlockSize];
        Span<byte> lessOne = new byte[docs.Length];
        for (int round = 0; round < 30; round++)
        {
            int block = random.Next(cursor.BlockCount);
            int count = Math.Min(random.Next(1, 5), cursor.BlockCount - block);
            List<Posting> run = [.. postings.Skip(block * BlockPostingsCursor.BlockSize)
                .Take(count * BlockPostingsCursor.BlockSize)];
            Assert.That(cursor.ReadDocs(block, count, docs), Is.EqualTo(run.Count));
            Assert.That(docs[..run.Count].ToArray(), Is.EqualTo(run.Select(posting => posting.Doc)));
            cursor.ReadFrequencies(block, count, lessOne);
            Assert.That(
                lessOne[..run.Count].ToArray(),
                Is.EqualTo(run.Select(posting => (byte)Math.Min(posting.Positions.Length - 1, 255))));
            int index = random.Next(Math.Min(run.Count, BlockPostingsCursor.BlockSize));
            Assert.That(cursor.ReadFrequency(block, index), Is.EqualTo(run[index].Positions.Length));
        }

        Assert.That(cursor.DocId, Is.EqualTo(before));
    }

    private static bool IsBounded(ulong impacts, Posting posting, byte norm) =>
        Enumerable.Range(0, Impacts.PairCount).Any(pair =>
            (Impacts.Frequency(impacts, pair) >= posting.Positions.Length
                || Impacts.Frequency(impacts, pair) == Impacts.UnboundedFrequency)
            && Impacts.Norm(impacts, pair) <= norm);

    private static SegmentFile Write(List<Posting> postings, byte[] norms, Random random, out TermEntry entry)
    {
        TermEntry written = default;
        SegmentFile file = SegmentFixture.Write(DocCount, (storage, output) =>
        {
            output.BeginSection(SectionKind.Norms, 0);
            output.Write(norms);
            output.EndSection();
            using var positions = new SpillBuffer(storage, "positions.tmp");
            output.BeginSection(SectionKind.Postings, 0);
            var writer = new PostingsWriter(output, positions, norms);

            // A list before it, so that offsets are not 0.
            writer.BeginTerm();
            writer.Add([1, 5], [1, 2], [3, 1, 1]);
            writer.EndTerm();
            writer.BeginTerm();
            for (int start = 0; start < postings.Count;)
            {
                List<Posting> run = postings.GetRange(start, Math.Min(1 + random.Next(300), postings.Count - start));
                writer.Add(
                    [.. run.Select(posting => posting.Doc)],
                    [.. run.Select(posting => posting.Positions.Length)],
                    [.. run.SelectMany(posting => GapsOf(posting.Positions))]);
                start += run.Count;
            }

            written = writer.EndTerm();
            output.EndSection();
            output.BeginSection(SectionKind.Positions, 0);
            positions.CopyTo(output);
            output.EndSection();
        });
        entry = written;
        return file;
    }

    private static int[] GapsOf(int[] positions)
    {
        int[] gaps = new int[positions.Length];
        Gaps.Encode(positions, -1, gaps);
        return gaps;
    }

    private static List<Posting> Postings(Random random, int docFrequency, int maxFrequency)
    {
        var docs = new SortedSet<int>();
        while (docs.Count < docFrequency)
        {
            docs.Add(random.Next(DocCount));
        }

        return [.. docs.Select(doc =>
        {
            var positions = new SortedSet<int>();
            for (int i = 1 + random.Next(maxFrequency); i > 0; i--)
            {
                positions.Add(random.Next(random.Next(30) == 0 ? 100_000 : 60));
            }

            return new Posting(doc, [.. positions]);
        })];
    }

    private sealed record Posting(int Doc, int[] Positions);
}
