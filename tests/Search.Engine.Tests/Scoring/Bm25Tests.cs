using NUnit.Framework;
using Search.Engine.Codecs;
using Search.Engine.Scoring;

namespace Search.Engine.Tests.Scoring;

internal sealed class Bm25Tests
{
    [Test]
    public void The_length_of_a_norm_is_the_least_length_of_its_code()
    {
        for (int norm = 1; norm <= byte.MaxValue; norm++)
        {
            int length = LengthOfNorm.Decode((byte)norm);
            Assert.That(LengthCode.Encode(length), Is.EqualTo(norm));
            Assert.That(LengthCode.Encode(length - 1), Is.LessThan(norm));
        }
    }

    [Test]
    public void A_score_grows_with_the_frequency_and_falls_with_the_length()
    {
        float[] inverseNorms = Bm25.InverseNorms(37.5f);
        for (int norm = 1; norm < 255; norm++)
        {
            for (int frequency = 1; frequency < 50; frequency++)
            {
                float score = Bm25.Score(2.5f, frequency, inverseNorms[norm]);
                Assert.That(Bm25.Score(2.5f, frequency + 1, inverseNorms[norm]), Is.GreaterThanOrEqualTo(score));
                Assert.That(Bm25.Score(2.5f, frequency, inverseNorms[norm + 1]), Is.LessThanOrEqualTo(score));
            }
        }
    }

    [Test]
    public void An_idf_is_positive_and_falls_with_the_frequency()
    {
        Assert.That(Bm25.Idf(1, 1), Is.Positive);
        Assert.That(Bm25.Idf(100, 100), Is.Positive);
        Assert.That(Bm25.Idf(10, 100), Is.GreaterThan(Bm25.Idf(11, 100)));
        Assert.That(Bm25.Idf(3, 10), Is.EqualTo((float)Math.Log(1 + (7.5 / 3.5))));
    }
}
