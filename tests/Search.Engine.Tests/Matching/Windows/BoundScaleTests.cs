using NUnit.Framework;
using Search.Engine.Matching;
using Search.Engine.Matching.Windows;
using Search.Engine.Scoring;

namespace Search.Engine.Tests.Matching.Windows;

/// <summary>Small whole numbers never hide a document that is above a threshold.</summary>
[TestFixture]
internal sealed class BoundScaleTests
{
    [Test]
    public void A_document_above_the_threshold_has_the_sum_that_its_norm_needs()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        byte[] needs = new byte[ScoreShape.NormCount];
        for (int round = 0; round < 2000; round++)
        {
            var field = new FieldSum(10, Bm25.InverseNorms(1 + (random.NextSingle() * 60)));
            int count = random.Next(1, BoundScale.MaxTerms + 1);
            float[] weights = [.. Enumerable.Range(0, count).Select(_ => 0.001f + (random.NextSingle() * 9))];
            var scale = new BoundScale(field.Shape, weights.Sum(weight => (double)weight), count);
            byte norm = (byte)random.Next(256);
            int[] frequencies = [.. weights.Select(_ => random.Next(3) * random.Next(ScoreShape.MaxFrequency / 2))];
            float score = 0;
            int sum = 0;
            for (int term = 0; term < count; term++)
            {
                if (frequencies[term] > 0)
                {
                    score += new Bm25Score(weights[term], field).Score(frequencies[term], norm);
                    sum += scale.Number(weights[term], frequencies[term]);
                }
            }

            Assert.That(sum, Is.LessThanOrEqualTo(BoundScale.MaxSum));
            float below = MathF.BitDecrement(score);
            scale.Needs(random.Next(3) == 0 ? below * random.NextSingle() : below, needs);
            if (sum > 0)
            {
                Assert.That(sum, Is.GreaterThanOrEqualTo(needs[norm]), $"{count} terms, norm {norm}");
            }
        }
    }

    [Test]
    public void All_match_below_every_threshold_and_none_is_above_infinity()
    {
        var scale = new BoundScale(new FieldSum(10, Bm25.InverseNorms(20)).Shape, 5, 2);
        byte[] needs = new byte[ScoreShape.NormCount];
        scale.Needs(-1, needs);
        Assert.That(needs, Is.All.EqualTo(1));
        scale.Needs(float.PositiveInfinity, needs);
        Assert.That(needs, Is.All.EqualTo(BoundScale.Always));
    }
}
