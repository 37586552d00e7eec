using NUnit.Framework;
using Search.Engine.Codecs;
using Search.Engine.TopK;

namespace Search.Engine.Tests.TopK;

/// <summary>Every kernel sees in a window what a plain loop sees.</summary>
[TestFixture]
internal sealed class WindowScanTests
{
    private static readonly Kernel[] Supported = [.. Enum.GetValues<Kernel>().Where(Kernels.IsSupported)];

    [TestCaseSource(nameof(Supported))]
    public void A_kernel_gives_matches_and_what_is_above_and_leaves_zeros(object kernel)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        foreach (float threshold in (float[])[-1, 0, 0.5f, 2])
        {
            float[] scores = [.. Enumerable.Range(0, 1024).Select(_ => random.Next(3) == 0 ? random.NextSingle() : 0)];
            float[] before = [.. scores];
            var matches = new ulong[scores.Length / 64];
            var places = new int[scores.Length];
            var found = new float[scores.Length];

            int count = WindowScan.Take((Kernel)kernel, scores, threshold, matches, places, found);

            int[] all = [.. Enumerable.Range(0, before.Length)];
            int[] above = [.. all.Where(i => before[i] != 0 && before[i] > threshold)];
            Assert.That(all.Where(i => (matches[i / 64] >> (i % 64) & 1) == 1), Is.EqualTo(all.Where(i =>
                before[i] != 0)));
            Assert.That(places[..count], Is.EqualTo(above));
            Assert.That(found[..count], Is.EqualTo(above.Select(i => before[i])));
            Assert.That(scores, Is.All.Zero);
        }
    }

    [Test]
    public void The_queue_keeps_what_sorting_by_score_and_rank_keeps()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 300; round++)
        {
            int limit = random.Next(0, 40);
            float floor = round % 2 == 0 ? -1 : random.Next(20) / 4f;
            ScoredPlace[] items = [.. Enumerable.Range(0, random.Next(300))
                .Select(i => new ScoredPlace(random.Next(20) / 4f, random.Next(9), i))];
            var queue = new ScoreQueue(limit, floor, isRanked: true);
            foreach (ScoredPlace item in items)
            {
                queue.Show(item.Score, item.Rank, item.Place);
            }

            ScoredPlace[] expected = [.. items.Where(item => item.Score > floor)
                .OrderByDescending(item => item.Score).ThenBy(item => item.Rank).ThenBy(item => item.Place)
                .Take(limit)];
            Assert.That(queue.Sorted().ToArray(), Is.EqualTo(expected), $"{items.Length} scores, {limit} kept");
        }
    }

    [Test]
    public void The_queue_keeps_what_sorting_keeps()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 300; round++)
        {
            int limit = random.Next(0, 40);
            float[] scores = [.. Enumerable.Range(0, random.Next(300)).Select(_ => random.Next(20) / 4f)];
            var queue = new ScoreQueue(limit);
            for (int i = 0; i < scores.Length; i++)
            {
                queue.Show(scores[i], i, i);
            }

            (float, long)[] expected = [.. scores.Select((score, i) => (score, (long)i))
                .OrderByDescending(item => item.score).ThenBy(item => item.Item2).Take(limit)];
            Assert.That(
                queue.Sorted().ToArray().Select(item => (item.Score, item.Place)),
                Is.EqualTo(expected),
                $"{scores.Length} scores, {limit} kept");
        }
    }
}
