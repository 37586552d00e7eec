using NUnit.Framework;
using Search.Engine.Segments.Columns;
using Search.Engine.Segments.Documents;
using Search.Engine.Segments.Files;

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
