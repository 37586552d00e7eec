using NUnit.Framework;
using Search.Corpus.Themes.Models;
using Search.Corpus.Themes.Training;

namespace Search.Corpus.Tests.Themes;

public sealed class CalibrationTests
{
    [Test]
    public void Sums_that_exaggerate_come_back_to_their_true_odds()
    {
        int seed = 7;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        double[] odds = [.. Enumerable.Range(0, 4000).Select(_ => (random.NextDouble() * 6) - 3)];
        bool[] labels = [.. odds.Select(value => random.NextDouble() < 1 / (1 + Math.Exp(-value)))];

        ThemeCurve curve = Calibration.Fit("x", 0, [.. odds.Select(value => (value * 2) + 1)], labels);

        Assert.Multiple(() =>
        {
            Assert.That(curve.Slope, Is.EqualTo(0.5).Within(0.05));
            Assert.That(curve.Shift, Is.EqualTo(-0.5).Within(0.1));
        });
    }

    [Test]
    public void Sums_without_meaning_or_without_examples_still_give_a_finite_curve()
    {
        ThemeCurve flat = Calibration.Fit("x", 0, [1, 1, 1, 1], [true, false, false, false]);
        ThemeCurve none = Calibration.Fit("x", 0, [-1, -2, -3], [false, false, false]);
        ThemeCurve parted = Calibration.Fit("x", 0, [-5, -4, 4, 5], [false, false, true, true]);

        Assert.That(
            new[] { flat, none, parted }.All(curve => double.IsFinite(curve.Slope) && double.IsFinite(curve.Shift)));
        Assert.That(parted.Probability(5), Is.GreaterThan(0.5));
    }
}
