using NUnit.Framework;
using Search.Engine.Tests.Oracle;
using Search.Engine.TopK;

namespace Search.Engine.Tests.TopK;

internal sealed class HitQueueTests
{
    [Test]
    public void The_queue_keeps_the_first_of_a_sort()
    {
        int seed = Seeds.Next();
        var random = new Random(seed);
        for (int round = 0; round < 200; round++)
        {
            int limit = random.Next(12);
            int[] items = [.. Enumerable.Range(0, random.Next(40))];
            random.Shuffle(items);
            var queue = new HitQueue<int>(limit, Comparer<int>.Default);
            foreach (int item in items)
            {
                if (queue.Admits(item))
                {
                    queue.Add(item);
                }
            }

            Assert.That(queue.Sorted().ToArray(), Is.EqualTo(items.Order().Take(limit)), $"seed {seed}");
        }
    }
}
