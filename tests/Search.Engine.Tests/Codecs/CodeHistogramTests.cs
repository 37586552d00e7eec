using NUnit.Framework;
using Search.Engine.Codecs;

namespace Search.Engine.Tests.Codecs;

/// <summary>Histograms of codes are those of plain counting.</summary>
[TestFixture]
internal sealed class CodeHistogramTests
{
    [Test]
    public void Codes_of_one_and_two_bytes_are_counted()
    {
        var random = NewRandom();
        for (int round = 0; round < 50; round++)
        {
            int greatest = random.Next(1, 256);
            byte[] bytes = [.. Enumerable.Range(0, 1000).Select(_ => (byte)random.Next(greatest + 1))];
            ushort[] shorts = [.. bytes.Select(code => (ushort)(code * 3))];
            int[] docs = [.. Enumerable.Range(0, 1000).Where(_ => random.Next(round + 1) == 0)];
            int[] byteCells = new int[CodeHistogram.ByteCells];
            int[] shortCells = new int[(greatest * 3) + 1];

            CodeHistogram.Add(bytes, docs, byteCells);
            int[] folded = new int[256];
            CodeHistogram.Fold(byteCells, folded);
            CodeHistogram.Add(shorts, docs, shortCells);

            for (int code = 0; code < 256; code++)
            {
                int expected = docs.Count(doc => bytes[doc] == code);
                Assert.That(folded[code], Is.EqualTo(expected));
                Assert.That(code > greatest ? 0 : shortCells[code * 3], Is.EqualTo(expected));
            }
        }
    }

    [Test]
    public void Pairs_of_codes_are_counted()
    {
        var random = NewRandom();
        for (int round = 0; round < 50; round++)
        {
            int shift = random.Next(9);
            byte[] left = [.. Enumerable.Range(0, 1000).Select(_ => (byte)random.Next(20))];
            byte[] right = [.. Enumerable.Range(0, 1000).Select(_ => (byte)random.Next(1 << shift))];
            int[] docs = [.. Enumerable.Range(0, 1000).Where(_ => random.Next(round + 1) == 0)];
            int[] cells = new int[20 << shift];

            CodeHistogram.Add(left, right, shift, docs, cells);

            for (int cell = 0; cell < cells.Length; cell++)
            {
                int expected = docs.Count(doc => left[doc] == cell / (1 << shift) && right[doc] == cell % (1 << shift));
                Assert.That(cells[cell], Is.EqualTo(expected));
            }
        }
    }

    private static Random NewRandom()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        return new Random(seed);
    }
}
