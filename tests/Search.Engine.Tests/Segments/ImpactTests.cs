using NUnit.Framework;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Tests.Segments;

/// <summary>What is kept of a run of postings bounds each of them.</summary>
[TestFixture]
internal sealed class ImpactTests
{
    [Test]
    public void Some_pair_is_no_less_frequent_and_no_longer_than_each_posting()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 2000; round++)
        {
            byte[] norms = [.. Enumerable.Range(0, random.Next(1, 129)).Select(_ => (byte)random.Next(256))];
            int[] frequencies = [.. norms.Select(_ => random.Next(20) == 0 ? random.Next(1, 400) : random.Next(1, 9))];
            var collector = new ImpactCollector(norms);
            collector.Add([.. Enumerable.Range(0, norms.Length)], frequencies, norms);

            ulong impacts = collector.Take();

            for (int i = 0; i < norms.Length; i++)
            {
                int frequency = Math.Min(frequencies[i], Impacts.UnboundedFrequency);
                Assert.That(
                    Enumerable.Range(0, Impacts.PairCount).Any(pair =>
                        Impacts.Frequency(impacts, pair) >= frequency && Impacts.Norm(impacts, pair) <= norms[i]),
                    $"{frequency} in a norm of {norms[i]}, kept {impacts:x16}");
                Assert.That(Impacts.GreatestFrequency(impacts, norms[i]), Is.AtLeast(frequency));
            }
        }
    }
}
