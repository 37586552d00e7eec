namespace Search.Corpus.Themes.Training;

/// <summary>
/// Logistic regression with a penalty on the squares of the weights (not of the bias), solved by Nesterov's accelerated
/// gradient with restarts (O'Donoghue and Candès, 2015). The sums run in the order of the rows, so equal input gives
/// equal
/// weights to the last bit.
/// </summary>
internal sealed class LogisticRegression
{
    private const int MostRounds = 600;

    private const double Enough = 1e-3;

    private readonly IReadOnlyList<TrainingRow> _rows;
    private readonly bool[] _labels;
    private readonly double _penalty;
    private readonly int _bias;

    private LogisticRegression(IReadOnlyList<TrainingRow> rows, bool[] labels, int features, double penalty)
    {
        _rows = rows;
        _labels = labels;
        _penalty = penalty;
        _bias = features;
    }

    /// <summary>Learns weights.</summary>
    /// <param name="rows">The paragraphs.</param>
    /// <param name="labels">Whether each carries the theme.</param>
    /// <param name="features">Number of features; those of the rows are below it.</param>
    /// <param name="penalty">Half of it times the sum of squared weights is added to the loss; above 0.</param>
    /// <returns>A weight a feature, and behind them the bias.</returns>
    public static double[] Fit(IReadOnlyList<TrainingRow> rows, bool[] labels, int features, double penalty) =>
        new LogisticRegression(rows, labels, features, penalty).Solve();

    /// <summary>The sum of weights for a row, with its offset and the bias.</summary>
    public static double Sum(TrainingRow row, double[] weights) => row.Offset + Product(row, weights);

    private static double Product(TrainingRow row, double[] weights)
    {
        double sum = weights[^1];
        for (int i = 0; i < row.Features.Length; i++)
        {
            sum += weights[row.Features[i]] * row.Values[i];
        }

        return sum;
    }

    private double[] Solve()
    {
        var weights = new double[_bias + 1];
        var ahead = new double[_bias + 1];
        var gradient = new double[_bias + 1];
        double step = 1 / ((0.25 * 1.1 * LargestEigenvalue()) + _penalty);
        double momentum = 1;
        for (int round = 0; round < MostRounds; round++)
        {
            double steepest = Gradient(ahead, gradient);
            double next = (1 + Math.Sqrt(1 + (4 * momentum * momentum))) / 2;
            double along = 0;
            for (int i = 0; i <= _bias; i++)
            {
                double moved = ahead[i] - (step * gradient[i]);
                along += gradient[i] * (moved - weights[i]);
                ahead[i] = moved + ((momentum - 1) / next * (moved - weights[i]));
                weights[i] = moved;
            }

            if (along > 0)
            {
                next = 1;
                weights.CopyTo(ahead, 0);
            }

            momentum = next;
            if (steepest < Enough)
            {
                break;
            }
        }

        return weights;
    }

    /// <summary>Fills the gradient at a point and returns its largest part.</summary>
    private double Gradient(double[] at, double[] gradient)
    {
        Array.Clear(gradient);
        for (int row = 0; row < _rows.Count; row++)
        {
            double error = (1 / (1 + Math.Exp(-Sum(_rows[row], at)))) - (_labels[row] ? 1 : 0);
            Add(_rows[row], error, gradient);
        }

        double steepest = 0;
        for (int i = 0; i < _bias; i++)
        {
            gradient[i] += _penalty * at[i];
            steepest = Math.Max(steepest, Math.Abs(gradient[i]));
        }

        return Math.Max(steepest, Math.Abs(gradient[_bias]));
    }

    private void Add(TrainingRow row, double factor, double[] sums)
    {
        sums[_bias] += factor;
        for (int i = 0; i < row.Features.Length; i++)
        {
            sums[row.Features[i]] += factor * row.Values[i];
        }
    }

    /// <summary>
    /// Of the rows' product with themselves, by the power method: what bounds the curvature of the loss.
    /// </summary>
    private double LargestEigenvalue()
    {
        var vector = new double[_bias + 1];
        Array.Fill(vector, 1 / Math.Sqrt(_bias + 1));
        double length = 0;
        for (int round = 0; round < 20; round++)
        {
            var product = new double[_bias + 1];
            foreach (TrainingRow row in _rows)
            {
                Add(row, Product(row, vector), product);
            }

            length = Math.Sqrt(product.Sum(value => value * value));
            for (int i = 0; i <= _bias && length > 0; i++)
            {
                vector[i] = product[i] / length;
            }
        }

        return length;
    }
}
