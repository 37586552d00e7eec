using NUnit.Framework;
using Search.Engine.Codecs;

namespace Search.Engine.Tests.Codecs;

/// <summary>Every kernel lists the bits that looking at each of them finds.</summary>
[TestFixture]
internal sealed class SetBitsTests
{
    private static readonly Kernel[] Supported = [.. Enum.GetValues<Kernel>().Where(Kernels.IsSupported)];

    [TestCaseSource(nameof(Supported))]
    public void A_kernel_lists_the_places_of_bits(object kernel)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 200; round++)
        {
            ulong[] words = [.. Enumerable.Range(0, random.Next(20)).Select(_ => Word(random))];
            int[] expected = [.. Enumerable.Range(0, words.Length * 64)
                .Where(i => (words[i / 64] >> (i % 64) & 1) == 1)
                .Select(i => 640 + i)];
            int[] places = new int[(words.Length * 64) + SetBits.Slack];

            int count = SetBits.List((Kernel)kernel, words, 640, places);

            Assert.That(places[..count], Is.EqualTo(expected));
        }
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
