using NUnit.Framework;
using Search.Engine.Codecs;

namespace Search.Engine.Tests.Codecs;

/// <summary>Every kernel decodes integers to bytes, and cuts off what a byte does not hold.</summary>
[TestFixture]
internal sealed class PatchedBytesTests
{
    private static readonly Kernel[] Supported = [.. Enum.GetValues<Kernel>().Where(Kernels.IsSupported)];

    [TestCaseSource(nameof(Supported))]
    public void Values_come_back_up_to_255(object kernel)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 1000; round++)
        {
            int count = round % 2 == 0 ? 128 : random.Next(1, 300);
            int small = random.Next(0, 10);
            int great = random.Next(small, 20);
            int rarity = random.Next(1, 60);
            int[] values = [.. Enumerable.Range(0, count)
                .Select(_ => random.Next(1 << (random.Next(rarity) == 0 ? great : small)))];
            byte[] bytes = new byte[PatchedInts.MaxByteCount(count) + BitPacking.Slack];
            int length = PatchedInts.Encode(values, bytes);
            byte[] expected = [.. values.Select(value => (byte)Math.Min(value, 255))];
            byte[] found = new byte[count];
            PatchedBytes.Decode((Kernel)kernel, bytes, found);
            Assert.That(found, Is.EqualTo(expected), $"{count} values");
            PatchedBytes.Decode((Kernel)kernel, bytes.AsSpan(0, length), found);
            Assert.That(found, Is.EqualTo(expected), $"{count} values, without slack");
        }
    }
}
