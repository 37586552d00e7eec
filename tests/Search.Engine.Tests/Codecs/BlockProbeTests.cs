using NUnit.Framework;
using Search.Engine.Codecs;

namespace Search.Engine.Tests.Codecs;

/// <summary>Every kernel finds what a set finds.</summary>
[TestFixture]
internal sealed class BlockProbeTests
{
    private static readonly Kernel[] Supported = [.. Enum.GetValues<Kernel>().Where(Kernels.IsSupported)];

    [TestCaseSource(nameof(Supported))]
    public void A_kernel_finds_the_candidates_that_the_block_holds(object kernel)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 500; round++)
        {
            int range = random.Next(130, 2000);
            int size = round % 5 == 0 ? random.Next(1, BlockProbe.BlockSize) : BlockProbe.BlockSize;
            int[] block = Some(random, size, range);
            int[] candidates =
                [.. Some(random, random.Next(1, 129), range).Where(candidate => candidate <= block[^1])];
            var kept = new int[candidates.Length];
            var places = new int[candidates.Length];

            int count = BlockProbe.Find((Kernel)kernel, block, candidates, kept, places);

            int[] expected =
                [.. Enumerable.Range(0, candidates.Length).Where(i => block.Contains(candidates[i]))];
            Assert.That(kept[..count], Is.EqualTo(expected));
            Assert.That(places[..count], Is.EqualTo(expected.Select(i => Array.IndexOf(block, candidates[i]))));
        }
    }

    [TestCaseSource(nameof(Supported))]
    public void A_kernel_goes_on_from_block_to_block(object kernel)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 200; round++)
        {
            int range = random.Next(1000, 9000);
            int[] values = Some(random, random.Next(1, 1000), range);
            int[] candidates = Some(random, random.Next(1, 800), range);
            var kept = new int[candidates.Length];
            var places = new int[candidates.Length];
            int found = 0;
            int next = 0;
            for (int first = 0; first < values.Length; first += BlockProbe.BlockSize)
            {
                int[] block = values[first..Math.Min(first + BlockProbe.BlockSize, values.Length)];
                next = BlockProbe.FindBelow((Kernel)kernel, block, first, candidates, next, kept, places, ref found);
                Assert.That(next, Is.EqualTo(candidates.Count(candidate => candidate <= block[^1])));
            }

            int[] expected = [.. Enumerable.Range(0, candidates.Length).Where(i => values.Contains(candidates[i]))];
            Assert.That(kept[..found], Is.EqualTo(expected));
            Assert.That(places[..found], Is.EqualTo(expected.Select(i => Array.IndexOf(values, candidates[i]))));
        }
    }

    private static int[] Some(Random random, int count, int range) =>
        [.. Enumerable.Range(0, range).OrderBy(_ => random.Next()).Take(count).Order()];
}
