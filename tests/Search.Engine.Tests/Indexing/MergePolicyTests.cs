using NUnit.Framework;
using Search.Engine.Indexing.Merges;

namespace Search.Engine.Tests.Indexing;

/// <summary>Which neighbours are merged.</summary>
[TestFixture]
internal sealed class MergePolicyTests
{
    [Test]
    public void FewerThanTheFactorAreLeftAlone() =>
        Assert.That(Choose(10, [5, 5, 5, 5, 5, 5, 5, 5, 5]), Is.EqualTo((0, 0)));

    [Test]
    public void AsManyAsTheFactorOfOneSizeAreMerged() =>
        Assert.That(Choose(3, [900_000, 1000, 2000, 1500]), Is.EqualTo((1, 3)));

    [Test]
    public void ASmallSegmentBetweenGreatOnesIsMergedWithThem() =>
        Assert.That(Choose(3, [50_000, 1000, 50_000]), Is.EqualTo((0, 3)));

    [Test]
    public void WhatWouldGrowTooGreatIsLeftAlone() =>
        Assert.That(Choose(3, [40_000_000, 40_000_000, 40_000_000]), Is.EqualTo((0, 0)));

    [Test]
    public void ASegmentThatIsMostlyDeletedIsRewrittenAlone() =>
        Assert.That(
            new MergePolicy(10, 50_000_000).Choose([1000, 100, 1000], [1000, 900, 1000]), Is.EqualTo((1, 1)));

    [Test]
    public void EveryDocumentIsRewrittenALogarithmicNumberOfTimes()
    {
        var policy = new MergePolicy(10, 50_000_000);
        List<int> segments = [];
        long rewritten = 0;
        for (int i = 0; i < 3000; i++)
        {
            segments.Add(1000);
            while (policy.Choose([.. segments], [.. segments]) is (int start, int count) && count > 0)
            {
                int merged = segments.GetRange(start, count).Sum();
                rewritten += merged;
                segments.RemoveRange(start, count);
                segments.Insert(start, merged);
            }
        }

        Assert.That(segments.Sum(), Is.EqualTo(3_000_000));
        Assert.That(segments, Has.Count.LessThan(40));
        Assert.That(rewritten, Is.LessThan(4 * 3_000_000L));
    }

    private static (int Start, int Count) Choose(int factor, int[] counts) =>
        new MergePolicy(factor, 50_000_000).Choose(counts, counts);
}
