using NUnit.Framework;
using Search.Engine.Segments.Columns;
using Search.Engine.Segments.Documents;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Tests.Segments;

/// <summary>Columns and stored values at their limits.</summary>
[TestFixture]
internal sealed class ColumnTests
{
    private static readonly (long Lower, long Upper)?[][] Columns =
    [
        [],
        [null],
        [(0, 0)],
        [null, (5, 5), null],
        [(long.MinValue, long.MaxValue), null, (long.MaxValue, long.MaxValue), (long.MinValue, long.MinValue)],
        [(-1, 1), (-1, -1), (255, 256), (65_000, 70_000)],
        [.. Enumerable.Range(0, 130).Select(i => i % 7 == 0 ? null : ((long, long)?)(i, i + (i % 3)))],
    ];

    [TestCaseSource(nameof(Columns))]
    public void IntervalsComeBack(object values)
    {
        var expected = ((long Lower, long Upper)?[])values;
        using SegmentFile file = SegmentFixture.Write(expected.Length, (_, output) =>
        {
            var writer = new IntervalColumnWriter();
            foreach ((long Lower, long Upper)? value in expected)
            {
                if (value is (long from, long to))
                {
                    writer.Add(from, to);
                }
                else
                {
                    writer.AddNone();
                }
            }

            writer.Finish(output, 3);
        });
        var column = new DiskIntervalColumn(file.Section(SectionKind.IntervalColumn, 3), expected.Length);
        for (int doc = 0; doc < expected.Length; doc++)
        {
            bool isFound = column.TryGet(doc, out long lower, out long upper);
            Assert.That(isFound ? (lower, upper) : ((long, long)?)null, Is.EqualTo(expected[doc]));
        }
    }

    [TestCase(1)]
    [TestCase(3)]
    public void Counts_are_those_of_the_documents_asked_for(int most)
    {
        var random = new Random(most);
        int[][] ordinals = [.. Enumerable.Range(0, 5000)
            .Select(_ => Enumerable.Range(0, 9).OrderBy(_ => random.Next())
                .Take(random.Next(most + 1)).Order().ToArray())];
        using SegmentFile file = SegmentFixture.Write(ordinals.Length, (storage, output) =>
        {
            var writer = new KeywordColumnWriter();
            Array.ForEach(ordinals, own => writer.Add(own));
            writer.Finish(output, 1, 9);
            using var terms = new TermDictionaryWriter(storage, "terms.tmp", hasPositions: false);
            for (int i = 0; i < 9; i++)
            {
                terms.Add([(byte)('a' + i)], new TermEntry(1, 1, 0, 0));
            }

            terms.Finish(output, 0);
        });
        var dictionary = new TermDictionary(file, 0, hasPositions: false);
        var column = new DiskKeywordColumn(file.Section(SectionKind.KeywordColumn, 1), dictionary, ordinals.Length);
        int[] docs = [.. Enumerable.Range(0, ordinals.Length)];
        int[] asked = [.. docs.Where(doc => doc >= 128 && random.Next(3) == 0)];
        var bits = new ulong[(ordinals.Length + 63 - 128) / 64];
        Array.ForEach(asked, doc => bits[(doc - 128) / 64] |= 1UL << (doc % 64));
        int[] counts = new int[9];
        column.Count(128, bits, counts);
        Assert.That(counts, Is.EqualTo(Enumerable.Range(0, 9).Select(value => asked.Count(doc =>
            ordinals[doc].Contains(value)))));
        int[] buffer = [];
        Assert.That(docs.Select(doc => column.Ordinals(doc, ref buffer).ToArray()), Is.EqualTo(ordinals));
    }

    [Test]
    public void GreatAndManySmallDocumentsComeBack()
    {
        var random = new Random(5);
        string[] texts = [.. Enumerable.Range(0, 1500).Select(i => i switch
        {
            7 => new string('x', 300_000),
            8 => "",
            _ => string.Join(' ', Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(1000))),
        })];
        using SegmentFile file = SegmentFixture.Write(texts.Length, (storage, output) =>
        {
            using var writer = new DocumentBlockWriter(new SpillBuffer(storage, "documents.tmp"));
            foreach (string text in texts)
            {
                writer.Add(2, text);
                writer.EndDocument();
            }

            writer.Finish(output);
        });
        var documents = new DocumentBlocks(file);
        Assert.That(documents.BlockCount, Is.GreaterThan(3));
        foreach (int doc in Enumerable.Range(0, texts.Length).Order(Comparer<int>.Create((a, b) => a % 97 - (b % 97))))
        {
            Assert.That(documents.Read(doc), Is.EqualTo((StoredValue[])[new StoredValue(2, texts[doc])]));
        }
    }
}
