using NUnit.Framework;
using Search.Engine.Codecs;

namespace Search.Engine.Tests.Codecs;

/// <summary>Every kernel reads back what was packed, at every width.</summary>
[TestFixture]
internal sealed class BitPackingTests
{
    private static readonly Kernel[] Supported = [.. Enum.GetValues<Kernel>().Where(Kernels.IsSupported)];

    [TestCaseSource(nameof(Supported))]
    public void AKernelReadsBackWhatWasPacked(object kernel)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int width = 0; width <= 32; width++)
        {
            foreach (int count in (int[])[0, 1, 7, 17, 128, 131])
            {
                int[] values = [.. Enumerable.Range(0, count).Select(_ => Value(random, width))];
                int length = BitPacking.ByteCount(count, width);
                foreach (int slack in (int[])[0, 5, BitPacking.Slack])
                {
                    byte[] packed = new byte[length + slack];
                    random.NextBytes(packed);
                    BitPacking.Pack((Kernel)kernel, values, width, packed);
                    byte[] scalar = new byte[length];
                    BitPacking.Pack(Kernel.Scalar, values, width, scalar);
                    Assert.That(packed[..length], Is.EqualTo(scalar));
                    int[] found = new int[count];
                    BitPacking.Unpack((Kernel)kernel, packed, width, found);
                    Assert.That(found, Is.EqualTo(values), $"{count} values of {width} bits, {slack} bytes behind");
                }
            }
        }
    }

    [Test]
    public void AnyValueIsReadAlone()
    {
        var random = new Random(7);
        for (int width = 1; width <= 32; width++)
        {
            int[] values = [.. Enumerable.Range(0, 50).Select(_ => Value(random, width))];
            byte[] packed = new byte[BitPacking.ByteCount(50, width)];
            BitPacking.Pack(values, width, packed);
            int[] found = [.. Enumerable.Range(0, 50).Select(i => BitPacking.Get(packed, width, i))];
            Assert.That(found, Is.EqualTo(values));
        }
    }

    [Test]
    public void ThePlainLoopWritesNoByteBehindTheRun()
    {
        byte[] packed = [.. Enumerable.Repeat((byte)0xAA, 20)];
        BitPacking.Pack(Kernel.Scalar, [1, 2, 3, 4, 5], 3, packed);
        Assert.That(packed[2..], Is.All.EqualTo((byte)0xAA));
    }

    [Test]
    public void BitsAreCountedFromTheLowestOfTheFirstByte()
    {
        byte[] packed = new byte[2];
        BitPacking.Pack([1, 2, 3, 4, 5], 3, packed);
        Assert.That(packed, Is.EqualTo((byte[])[0b11_010_001, 0b0_101_100_0]));
    }

    private static int Value(Random random, int width) =>
        unchecked((int)(uint)(random.NextInt64() & ((1L << width) - 1)));
}
