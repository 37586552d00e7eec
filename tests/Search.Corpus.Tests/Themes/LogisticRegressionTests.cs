using NUnit.Framework;
using Search.Corpus.Themes.Training;

namespace Search.Corpus.Tests.Themes;

public sealed class LogisticRegressionTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void No_small_step_from_the_solution_lowers_the_loss(int seed)
    {
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        TrainingRow[] rows =
        [
            .. Enumerable.Range(0, 40).Select(_ =>
            {
                int[] features = [.. Enumerable.Range(0, 6).Where(_ => random.Next(2) == 0)];
                return new TrainingRow(features, [.. features.Select(_ => (float)random.NextDouble())]);
            }),
        ];
        bool[] labels = [.. rows.Select(row => row.Features.Contains(2) != (random.Next(5) == 0))];
        double penalty = 0.7;

        double[] weights = LogisticRegression.Fit(rows, labels, 6, penalty);

        double least = Loss(rows, labels, weights, penalty);
        for (int i = 0; i < weights.Length; i++)
        {
            foreach (double step in (double[])[-0.01, 0.01])
            {
                double[] moved = [.. weights];
                moved[i] += step;
                Assert.That(Loss(rows, labels, moved, penalty), Is.GreaterThan(least));
            }
        }
    }

    [Test]
    public void The_same_rows_give_the_same_weights()
    {
        TrainingRow[] rows = [new([0], [1f]), new([1], [0.5f]), new([0, 1], [1f, 1f]), new([], [])];
        bool[] labels = [true, false, true, false];

        Assert.That(
            LogisticRegression.Fit(rows, labels, 2, 1), Is.EqualTo(LogisticRegression.Fit(rows, labels, 2, 1)));
    }

    private static double Loss(TrainingRow[] rows, bool[] labels, double[] weights, double penalty)
    {
        double loss = 0;
        for (int i = 0; i < weights.Length - 1; i++)
        {
            loss += penalty / 2 * weights[i] * weights[i];
        }

        for (int row = 0; row < rows.Length; row++)
        {
            double sum = weights[^1];
            for (int i = 0; i < rows[row].Features.Length; i++)
            {
                sum += weights[rows[row].Features[i]] * rows[row].Values[i];
            }

            loss += Math.Log(1 + Math.Exp(labels[row] ? -sum : sum));
        }

        return loss;
    }
}
