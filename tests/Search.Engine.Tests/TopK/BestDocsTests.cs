using NUnit.Framework;
using Search.Engine.Tests.Oracle;
using Search.Engine.TopK;

namespace Search.Engine.Tests.TopK;

/// <summary>The best documents are those that sorting all of them gives.</summary>
internal sealed class BestDocsTests
{
    [Test]
    public void What_is_kept_does_not_depend_on_the_order_it_is_shown_in()
    {
        int seed = Seeds.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 500; round++)
        {
            int limit = random.Next(1, 12);
            float floor = random.Next(-1, 3);
            (float Score, int DocId)[] all =
                [.. Enumerable.Range(0, random.Next(60)).Select(doc => ((float)random.Next(8), doc))];
            int[] removed = [.. Enumerable.Range(0, 60).Where(_ => random.Next(9) == 0)];
            var best = new BestDocs(limit, floor);
            foreach ((float score, int docId) in all.OrderBy(_ => random.Next()))
            {
                best.Show(score, docId);
            }

            (float Score, int DocId)[] expected =
            [
                .. all.Where(item => item.Score > floor)
                    .OrderByDescending(item => item.Score)
                    .ThenBy(item => item.DocId)
                    .Take(limit),
            ];
            Assert.That(best.Items.ToArray(), Is.EqualTo(expected));
            best.Remove(removed);
            Assert.That(
                best.Items.ToArray(), Is.EqualTo(expected.Where(item => !removed.Contains(item.DocId))));
        }
    }
}
