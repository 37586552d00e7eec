using NUnit.Framework;
using Search.Engine.Matching.Intersections;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;
using Search.Engine.Tests.Segments;

namespace Search.Engine.Tests.Matching.Intersections;

/// <summary>An intersection finds what sets share, and where it lies in every list.</summary>
[TestFixture]
internal sealed class TermIntersectionTests
{
    private const int DocCount = 120_000;

    [TestCase(1, 1)]
    [TestCase(1, 60_000)]
    [TestCase(90, 100)]
    [TestCase(128, 40_000)]
    [TestCase(9000, 9000)]
    [TestCase(60_000, 50_000)]
    [TestCase(2000, 20_000, 70_000)]
    [TestCase(30_000, 500, 127)]
    [TestCase(40_000, 50_000, 60_000, 70_000)]
    public void Documents_and_places_are_those_of_sets(params int[] docFrequencies)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        int[][] lists = [.. docFrequencies.Select(docFrequency => Docs(random, docFrequency))];
        using SegmentFile file = Write(lists, out TermEntry[] entries);
        var field = new PostingsField(file, 0, hasPositions: true);

        var intersection = new TermIntersection([.. entries.Select(entry => new DiskPostingsCursor(field, entry))]);
        List<int> docs = Collect(intersection, lists);

        IEnumerable<int> expected = lists.Aggregate((left, right) => [.. left.Intersect(right)]);
        Assert.That(docs, Is.EqualTo(expected));
    }

    [Test]
    public void What_is_passed_over_is_left_out()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        int[][] lists = [Docs(random, 20_000), Docs(random, 50_000)];
        using SegmentFile file = Write(lists, out TermEntry[] entries);
        var field = new PostingsField(file, 0, hasPositions: true);
        bool[] isPassed = [.. Enumerable.Range(0, 200).Select(_ => random.Next(3) > 0)];

        var intersection = new TermIntersection([.. entries.Select(entry => new DiskPostingsCursor(field, entry))])
        {
            PassesOver = block => isPassed[block],
        };
        List<int> docs = Collect(intersection, lists);

        IEnumerable<int> led = lists[0].Where((_, place) => !isPassed[place / BlockPostingsCursor.BlockSize]);
        Assert.That(docs, Is.EqualTo(led.Intersect(lists[1])));
    }

    private static List<int> Collect(TermIntersection intersection, int[][] lists)
    {
        List<int> docs = [];
        while (intersection.Next())
        {
            docs.AddRange(intersection.Docs);
            for (int list = 0; list < lists.Length; list++)
            {
                IEnumerable<int> atPlaces = intersection.Places(list).ToArray().Select(place => lists[list][place]);
                Assert.That(atPlaces, Is.EqualTo(intersection.Docs.ToArray()));
            }
        }

        intersection.Return();
        return docs;
    }

    private static int[] Docs(Random random, int count)
    {
        int[] docs = [.. Enumerable.Range(0, DocCount)];
        random.Shuffle(docs);
        return [.. docs.Take(count).Order()];
    }

    private static SegmentFile Write(int[][] lists, out TermEntry[] entries)
    {
        var written = new TermEntry[lists.Length];
        SegmentFile file = SegmentFixture.Write(DocCount, (storage, output) =>
        {
            byte[] norms = new byte[DocCount];
            output.BeginSection(SectionKind.Norms, 0);
            output.Write(norms);
            output.EndSection();
            using var positions = new SpillBuffer(storage, "positions.tmp");
            output.BeginSection(SectionKind.Postings, 0);
            var writer = new PostingsWriter(output, positions, norms);
            for (int i = 0; i < lists.Length; i++)
            {
                writer.BeginTerm();
                writer.Add(lists[i], [.. lists[i].Select(_ => 1)], [.. lists[i].Select(_ => 2)]);
                written[i] = writer.EndTerm();
            }

            output.EndSection();
            output.BeginSection(SectionKind.Positions, 0);
            positions.CopyTo(output);
            output.EndSection();
        });
        entries = written;
        return file;
    }
}
