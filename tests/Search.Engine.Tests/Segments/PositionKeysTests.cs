using NUnit.Framework;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Tests.Segments;

/// <summary>Batches of positions hold and meet each other as plain lists of pairs do.</summary>
[TestFixture]
internal sealed class PositionKeysTests
{
    [Test]
    public void A_merge_keeps_the_positions_that_have_another_at_the_offset()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 400; round++)
        {
            int[][] first = Documents(random);
            int[][] second = [.. first.Select(_ => Positions(random))];
            int offset = random.Next(3) == 0 ? -random.Next(1, 4) : random.Next(1, 4);
            PositionKeys left = Gathered(first, round % 2 == 0);
            PositionKeys right = Gathered(second, round % 3 == 0);

            left.Keep(right, offset);

            IEnumerable<(int Document, int Position)> expected = first.SelectMany(
                (positions, document) => positions.Where(position => second[document].Contains(position + offset))
                    .Select(position => (document, position)));
            Assert.That(
                left.Keys.ToArray().Select(key => (PositionKeys.Document(key), (int)(key & int.MaxValue))),
                Is.EqualTo(expected));
        }
    }

    private static int[][] Documents(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 129)).Select(_ => Positions(random))];

    private static int[] Positions(Random random)
    {
        int most = random.Next(8) == 0 ? 60 : 12;
        return [.. Enumerable.Range(0, most).Where(_ => random.Next(5) == 0).DefaultIfEmpty(random.Next(1 << 28))];
    }

    private static PositionKeys Gathered(int[][] documents, bool isSummed)
    {
        var keys = new PositionKeys();
        int[] gaps = [.. documents.SelectMany(Gaps)];
        List<int> sums = [];
        foreach (int gap in gaps)
        {
            sums.Add(unchecked((sums.Count == 0 ? 0 : sums[^1]) + gap + 1)); // runs over as it does in a block
        }

        int[] slack = [.. sums, 7, 7, 7];
        int start = 0;
        for (int i = 0; i < documents.Length; i++)
        {
            if (isSummed)
            {
                keys.AddSums(i, slack, start, documents[i].Length);
            }
            else
            {
                keys.AddGaps(i, gaps.AsSpan(start, documents[i].Length));
            }

            start += documents[i].Length;
        }

        return keys;
    }

    private static IEnumerable<int> Gaps(int[] positions) =>
        positions.Select((position, i) => position - (i == 0 ? -1 : positions[i - 1]) - 1);
}
