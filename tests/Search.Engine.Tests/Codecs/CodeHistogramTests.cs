using NUnit.Framework;
using Search.Engine.Codecs;

namespace Search.Engine.Tests.Codecs;

/// <summary>Histograms of codes, and the places of bits, are those of plain counting.</summary>
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
            CodeHistogram.Fold(byteCells);
            Assert.That(CodeHistogram.TryAdd(shorts, docs, shortCells), Is.True);

            for (int code = 0; code < 256; code++)
            {
                int expected = docs.Count(doc => bytes[doc] == code);
                Assert.That(byteCells[code], Is.EqualTo(expected));
                Assert.That(code > greatest ? 0 : shortCells[code * 3], Is.EqualTo(expected));
            }
        }
    }

    [Test]
    public void A_code_without_a_cell_is_refused()
    {
        int[] cells = new int[4];
        Assert.That(CodeHistogram.TryAdd([1, 4, 3], [0, 2], cells), Is.True);
        Assert.That(CodeHistogram.TryAdd([1, 4, 3], [1], cells), Is.False);
        Assert.That(cells, Is.EqualTo((int[])[0, 1, 0, 1]));
    }

    [Test]
    public void The_places_of_bits_are_listed()
    {
        var random = NewRandom();
        for (int round = 0; round < 200; round++)
        {
            ulong[] words = [.. Enumerable.Range(0, random.Next(20)).Select(_ => Word(random))];
            int[] expected = [.. Enumerable.Range(0, words.Length * 64)
                .Where(i => (words[i / 64] >> (i % 64) & 1) == 1)
                .Select(i => 640 + i)];
            int[] places = new int[expected.Length + SetBits.Slack];

            int count = SetBits.List(words, 640, places);

            Assert.That(places[..count], Is.EqualTo(expected));
        }
    }

    private static Random NewRandom()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        return new Random(seed);
    }

    /// <summary>No bits, all, few, or many.</summary>
    private static ulong Word(Random random)
    {
        ulong word = (ulong)random.NextInt64() ^ ((ulong)random.NextInt64() << 1);
        return random.Next(5) switch
        {
            0 => 0,
            1 => ulong.MaxValue,
            2 => word & (ulong)random.NextInt64() & (ulong)random.NextInt64(),
            _ => word,
        };
    }
}
