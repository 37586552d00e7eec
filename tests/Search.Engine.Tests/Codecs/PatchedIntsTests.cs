using NUnit.Framework;
using Search.Engine.Codecs;

namespace Search.Engine.Tests.Codecs;

/// <summary>Integers with few great ones among them come back, whole and in part.</summary>
[TestFixture]
internal sealed class PatchedIntsTests
{
    [Test]
    public void RandomValuesComeBack()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 400; round++)
        {
            int count = random.Next(round % 50 == 0 ? 70_000 : 600);
            int small = random.Next(1, 20);
            int great = random.Next(small, 31);
            int rarity = random.Next(1, 100);
            int[] values = [.. Enumerable.Range(0, count)
                .Select(_ => random.Next(1 << (random.Next(rarity) == 0 ? great : small)))];
            byte[] bytes = new byte[PatchedInts.MaxByteCount(count)];
            int length = PatchedInts.Encode(values, bytes);
            Assert.That(PatchedInts.Length(bytes, count), Is.EqualTo(length));
            byte[] exact = bytes[..length];
            int[] found = new int[count];
            PatchedInts.Decode(exact, found);
            Assert.That(found, Is.EqualTo(values));
            int start = random.Next(count + 1);
            int[] part = new int[random.Next(count - start + 1)];
            PatchedInts.Decode(exact, count, start, part);
            Assert.That(part, Is.EqualTo(values[start..(start + part.Length)]));
            if (count > 0)
            {
                int index = random.Next(count);
                Assert.That(PatchedInts.Get(exact, count, index), Is.EqualTo(values[index]));
            }
        }
    }

    [Test]
    public void AGreatValueDoesNotWidenTheOthers()
    {
        int[] values = [.. Enumerable.Repeat(1, 128)];
        values[77] = 200;
        byte[] bytes = new byte[PatchedInts.MaxByteCount(values.Length)];
        Assert.That(PatchedInts.Encode(values, bytes), Is.EqualTo(2 + 16 + 2));
    }

    [Test]
    public void EqualZerosTakeOneByte()
    {
        byte[] bytes = new byte[PatchedInts.MaxByteCount(128)];
        Assert.That(PatchedInts.Encode(new int[128], bytes), Is.EqualTo(1));
    }
}
