using NUnit.Framework;
using Search.Engine.Codecs;

namespace Search.Engine.Tests.Codecs;

/// <summary>Gaps and prefix sums are inverse, with every kernel.</summary>
[TestFixture]
internal sealed class GapsTests
{
    private static readonly Kernel[] Supported = [.. Enum.GetValues<Kernel>().Where(Kernels.IsSupported)];

    [TestCaseSource(nameof(Supported))]
    public void GapsComeBackAsValues(object kernel)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int count = 0; count <= 200; count++)
        {
            int before = random.Next(-1, 1000);
            int[] values = new int[count];
            int last = before;
            for (int i = 0; i < count; i++)
            {
                values[i] = last += random.Next(1, 100_000);
            }

            int[] gaps = new int[count];
            Gaps.Encode(values, before, gaps);
            Gaps.Decode((Kernel)kernel, gaps, before);
            Assert.That(gaps, Is.EqualTo(values));
        }
    }

    [TestCaseSource(nameof(Supported))]
    public void CountsWhatLiesBelowATarget(object kernel)
    {
        var random = new Random(3);
        for (int count = 0; count <= 130; count++)
        {
            int[] values = [.. Enumerable.Range(0, count).Select(_ => random.Next(500)).Order()];
            for (int target = -1; target <= 501; target += 7)
            {
                int expected = values.Count(value => value < target);
                Assert.That(SortedSearch.CountBelow((Kernel)kernel, values, target), Is.EqualTo(expected));
                Assert.That(SortedSearch.Gallop(values, 0, target), Is.EqualTo(expected));
                Assert.That(SortedSearch.Gallop(values, expected / 2, target), Is.EqualTo(expected));
            }
        }
    }

    [Test]
    public void OneIsAddedToEveryValue()
    {
        for (int count = 0; count < 40; count++)
        {
            int[] values = [.. Enumerable.Range(-5, count)];
            Lanes.AddOne(values);
            Assert.That(values, Is.EqualTo(Enumerable.Range(-4, count)));
        }
    }
}
