using System.Buffers.Binary;
using NUnit.Framework;
using Search.Engine.Codecs;
using Search.Engine.Segments.Columns;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Tests.Segments;

/// <summary>Keyword columns of every width of codes: values come back, and counts are those of plain loops.</summary>
[TestFixture]
internal sealed class KeywordColumnTests
{
    private static readonly uint[][] WrongHeads =
    [
        [0, 8, 3, 0], // as many sets as values
        [0, 16, 2, 0], // the width of two sets
        [1, 8, uint.MaxValue, 3],
        [1, 8, 2, uint.MaxValue],
        [1, 8, 2, 3], // and the bytes that this asks for
    ];

    [TestCase(0, 1, 500, TestName = "No document has a value")]
    [TestCase(9, 1, 5000, TestName = "One value in a byte")]
    [TestCase(255, 1, 5000, TestName = "As many values as fit in a byte")]
    [TestCase(256, 1, 5000, TestName = "One value in two bytes")]
    [TestCase(70_000, 1, 71_000, TestName = "One value in seventeen bits")]
    [TestCase(4, 4, 5000, TestName = "Sets in a byte")]
    [TestCase(40, 4, 5000, TestName = "Sets in two bytes")]
    [TestCase(600, 6, 70_000, TestName = "Sets in seventeen bits")]
    public void Values_come_back_and_are_counted(int valueCount, int most, int docCount)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        int[][] ordinals = [.. Enumerable.Range(0, docCount).Select(doc => Some(random, valueCount, most, doc))];
        using SegmentFile file = Write(valueCount, docCount, output =>
        {
            var writer = new KeywordColumnWriter();
            Array.ForEach(ordinals, own => writer.Add(writer.Code(own)));
            writer.Finish(output, 1, valueCount);
        });
        DiskKeywordColumn column = Open(file);
        int[] buffer = [];
        Assert.That(column.SetCount, Is.EqualTo(most == 1
            ? valueCount
            : ordinals.Select(own => string.Join(',', own)).Distinct().Count(own => own.Length > 0)));
        for (int doc = 0; doc < docCount; doc++)
        {
            Assert.That(column.Ordinals(doc, ref buffer).SequenceEqual(ordinals[doc]), $"document {doc}");
        }

        int[] asked = [.. Enumerable.Range(0, docCount).Where(doc => random.Next(3) == 0)];
        int[] expected = new int[valueCount];
        Array.ForEach(asked, doc => Array.ForEach(ordinals[doc], value => expected[value]++));
        using (ValueCounts counts = column.Counts())
        {
            counts.Add(asked.AsSpan(0, asked.Length / 2));
            counts.Add(asked.AsSpan(asked.Length / 2));
            Assert.That(counts.Sums().ToArray(), Is.EqualTo(expected));
        }

        using var plain = new OrdinalCounts(column);
        plain.Add(asked);
        Assert.That(plain.Sums().ToArray(), Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(WrongHeads))]
    public void A_head_that_does_not_fit_is_refused(params uint[] head)
    {
        using SegmentFile file = Write(2, 1, output => WriteRaw(output, head, [1]));
        Assert.That(() => Open(file), Throws.InstanceOf<IndexCorruptException>());
    }

    [TestCase(2)]
    [TestCase(300)]
    public void A_code_that_stands_for_nothing_is_refused(int valueCount)
    {
        byte[] codes = valueCount == 2 ? [1, 3, 2] : [1, 0, 0x2d, 1, 2, 0]; // 3 of 2, 301 of 300
        uint width = (uint)KeywordColumnWriter.CodeWidth(valueCount);
        using SegmentFile file = Write(
            valueCount, 3, output => WriteRaw(output, [0, width, (uint)valueCount, 0], codes));
        DiskKeywordColumn column = Open(file);
        int[] buffer = [];
        Assert.That(column.Ordinals(2, ref buffer).ToArray(), Is.EqualTo((int[])[1]));
        Assert.That(() => column.Ordinals(1, ref buffer).Length, Throws.InstanceOf<IndexCorruptException>());
        Assert.That(() => column.Counts(), Throws.InstanceOf<IndexCorruptException>());
    }

    [TestCase(0b1110, 0b0001_00, TestName = "Ends 2, 3; ordinals 0, 1, 0: right")]
    [TestCase(0b1010, 0b0001_00, TestName = "A set without ordinals")]
    [TestCase(0b1101, 0b0011_00, TestName = "An ordinal beyond the last")]
    [TestCase(0b0110, 0b0001_00, TestName = "Ends that fall")]
    [TestCase(0b1110, 0b0000_00, TestName = "An ordinal twice")]
    [TestCase(0b1110, 0b0000_01, TestName = "Ordinals that fall")]
    public void Sets_that_are_no_sets_are_refused(int ends, int ordinals)
    {
        byte[] bytes = [1, 2, 0, 0, 0, 0, 0, 0, (byte)ends, 0, 0, 0, 0, 0, 0, 0, (byte)ordinals];
        using SegmentFile file = Write(2, 2, output => WriteRaw(output, [1, 8, 2, 3], bytes));
        DiskKeywordColumn column = Open(file);
        using ValueCounts counts = column.Counts();
        counts.Add([0, 1]);
        if ((ends, ordinals) == (0b1110, 0b0100))
        {
            Assert.That(counts.Sums().ToArray(), Is.EqualTo((int[])[2, 1]));
        }
        else
        {
            Assert.That(() => counts.Sums().Length, Throws.InstanceOf<IndexCorruptException>());
        }
    }

    /// <summary>Up to so many values; the first document has the most, so that there is one with several.</summary>
    private static int[] Some(Random random, int valueCount, int most, int doc)
    {
        int count = Math.Min(doc == 0 ? most : random.Next(most + 1), valueCount);
        var values = new SortedSet<int>();
        while (values.Count < count)
        {
            values.Add(doc < valueCount && values.Count == 0 ? doc : random.Next(valueCount));
        }

        return [.. values];
    }

    private static SegmentFile Write(int valueCount, int docCount, Action<SegmentFileWriter> write) =>
        SegmentFixture.Write(docCount, (storage, output) =>
        {
            write(output);
            using var terms = new TermDictionaryWriter(storage, "terms.tmp", hasPositions: false);
            byte[] term = new byte[sizeof(int)];
            for (int i = 0; i < valueCount; i++)
            {
                BinaryPrimitives.WriteInt32BigEndian(term, i);
                terms.Add(term, new TermEntry(1, 1, 0, 0));
            }

            terms.Finish(output, 0);
        });

    private static void WriteRaw(SegmentFileWriter output, uint[] head, byte[] rest)
    {
        var bytes = new ByteBuffer();
        Array.ForEach(head, bytes.WriteUInt32);
        bytes.Write(rest);
        output.BeginSection(SectionKind.KeywordColumn, 1);
        output.Write(bytes.Span);
        output.EndSection();
    }

    private static DiskKeywordColumn Open(SegmentFile file)
    {
        var values = new TermDictionary(file, 0, hasPositions: false);
        SegmentSection section = file.Section(SectionKind.KeywordColumn, 1);
        return new DiskKeywordColumn(section, values, file.DocCount, new KeywordColumnCache(0));
    }
}
