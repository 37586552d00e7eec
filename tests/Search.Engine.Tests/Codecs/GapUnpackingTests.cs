using NUnit.Framework;
using Search.Engine.Codecs;

namespace Search.Engine.Tests.Codecs;

/// <summary>Every kernel unpacks gaps to the values that they were taken from.</summary>
[TestFixture]
internal sealed class GapUnpackingTests
{
    private static readonly Kernel[] Supported = [.. Enum.GetValues<Kernel>().Where(Kernels.IsSupported)];

    [TestCaseSource(nameof(Supported))]
    public void ValuesComeBackFromPackedGaps(object kernel)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 600; round++)
        {
            int count = round % 3 == 0 ? 128 : random.Next(1, 129);
            int most = 1 << random.Next(0, 23);
            int before = random.Next(3) == 0 ? -1 : random.Next(1000);
            var values = new int[count];
            int last = before;
            for (int i = 0; i < count; i++)
            {
                last += 1 + random.Next(most);
                values[i] = last;
            }

            var gaps = new int[count];
            Gaps.Encode(values, before, gaps);
            int width = BitPacking.Width(gaps);
            int length = BitPacking.ByteCount(count, width);
            var bytes = new byte[length + BitPacking.Slack];
            BitPacking.Pack(gaps, width, bytes);
            random.NextBytes(bytes.AsSpan(length));
            var found = new int[count];

            GapUnpacking.Unpack((Kernel)kernel, bytes, width, before, found);
            Assert.That(found, Is.EqualTo(values), $"{count} values of {width} bits");
            GapUnpacking.Unpack((Kernel)kernel, bytes.AsSpan(0, length), width, before, found);
            Assert.That(found, Is.EqualTo(values), $"{count} values of {width} bits, without slack");
        }
    }
}
