using NUnit.Framework;
using Search.Engine.Codecs;
using Search.Engine.TopK;

namespace Search.Engine.Tests.TopK;

/// <summary>Every kernel sees in a window of bounds what a plain loop sees.</summary>
[TestFixture]
internal sealed class BoundScanTests
{
    private static readonly Kernel[] Supported = [.. Enum.GetValues<Kernel>().Where(Kernels.IsSupported)];

    [TestCaseSource(nameof(Supported))]
    public void A_kernel_gives_matches_and_what_its_norm_lets_in_and_leaves_zeros(object kernel)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 200; round++)
        {
            int size = 64 * random.Next(1, 80);
            int rarity = random.Next(1, 50);
            byte[] sums = [.. Enumerable.Range(0, size)
                .Select(_ => random.Next(rarity) == 0 ? (byte)random.Next(256) : (byte)0)];
            int normCount = random.Next(3) == 0 ? random.Next(1, size) : size;
            sums.AsSpan(normCount).Clear();
            int longest = random.Next(2) == 0 ? 100 : 256;
            byte[] norms = [.. Enumerable.Range(0, normCount).Select(_ => (byte)random.Next(longest))];
            int least = random.Next(1, 250);
            byte[] needs = [.. Enumerable.Range(0, 256).Select(_ => (byte)random.Next(least, 256))];
            byte[] before = [.. sums];
            var matches = new ulong[size / 64];
            var places = new int[size];

            int count = BoundScan.Take((Kernel)kernel, sums, norms, needs, matches, places);

            int[] all = [.. Enumerable.Range(0, size)];
            int[] asked = [.. all.Where(i => before[i] != 0 && before[i] >= needs[norms[i]])];
            Assert.That(
                all.Where(i => ((matches[i / 64] >> (i % 64)) & 1) == 1), Is.EqualTo(all.Where(i => before[i] != 0)));
            int[] listed = places[..count];
            Assert.That(listed, Is.Ordered.And.Unique);
            Assert.That(listed.Where(i => norms[i] < 128 || before[i] >= needs[norms[i]]), Is.EqualTo(asked));
            Assert.That(sums, Is.All.Zero);
        }
    }

    [TestCaseSource(nameof(Supported))]
    public void All_documents_may_be_listed(object kernel)
    {
        byte[] sums = [.. Enumerable.Repeat((byte)200, 16384)];
        byte[] needs = [.. Enumerable.Repeat((byte)1, 256)];
        var places = new int[sums.Length];
        int count = BoundScan.Take((Kernel)kernel, sums, new byte[sums.Length], needs, new ulong[256], places);
        Assert.That(places[..count], Is.EqualTo(Enumerable.Range(0, sums.Length)));
    }
}
