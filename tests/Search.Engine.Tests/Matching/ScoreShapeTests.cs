using NUnit.Framework;
using Search.Engine.Matching;
using Search.Engine.Scoring;

namespace Search.Engine.Tests.Matching;

/// <summary>The two parts of a shape bound every score of their field.</summary>
[TestFixture]
internal sealed class ScoreShapeTests
{
    [Test]
    public void No_score_is_above_its_bound()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        foreach (float averageLength in (float[])[1, 3.5f, 28, 150, 10_000])
        {
            var field = new FieldSum(10, Bm25.InverseNorms(averageLength));
            ScoreShape shape = field.Shape;
            Assert.That(new Bm25Score(7, field).Shape, Is.SameAs(shape));
            Assert.That(shape.Ratio(1), Is.EqualTo(1));
            foreach (float weight in (float[])[1e-6f, random.NextSingle() + 0.01f, 12, 1e6f])
            {
                var score = new Bm25Score(weight, field);
                for (int norm = 0; norm < 256; norm++)
                {
                    for (int frequency = 1; frequency <= ScoreShape.MaxFrequency; frequency++)
                    {
                        double bound = weight * shape.Ratio(frequency) / shape.InverseFactors[norm];
                        Assert.That(
                            (double)score.Score(frequency, (byte)norm),
                            Is.LessThanOrEqualTo(bound),
                            $"{frequency} times in a document of norm {norm}, {averageLength} on average");
                    }
                }
            }
        }
    }

    [Test]
    public void A_single_occurrence_in_a_short_document_is_bounded_tightly()
    {
        var field = new FieldSum(10, Bm25.InverseNorms(28));
        for (int norm = 1; norm < 28; norm++)
        {
            float score = new Bm25Score(3, field).Score(1, (byte)norm);
            Assert.That(3 / field.Shape.InverseFactors[norm], Is.EqualTo(score).Within(0.001));
        }
    }
}
