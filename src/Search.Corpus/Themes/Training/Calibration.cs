using Search.Corpus.Themes.Models;

namespace Search.Corpus.Themes.Training;

/// <summary>Turns sums into probabilities that mean what they say, and chooses from which on a tag is given.</summary>
internal static class Calibration
{
    private const double LeastThreshold = 0.3;

    /// <summary>What is more likely than not is always tagged, where the scheme asks for no precision.</summary>
    private const double MostThreshold = 0.5;

    /// <summary>Where it does, the threshold may rise this far for it.</summary>
    private const double MostPreciseThreshold = 0.65;

    private const double ThresholdStep = 0.01;

    /// <summary>
    /// Thresholds on either side that are averaged with each, since one paragraph more or less says little.
    /// </summary>
    private const int Reach = 5;

    /// <summary>
    /// Fits a curve to sums that were given to paragraphs unseen in training (Platt, 1999), and takes the threshold
    /// whose
    /// F1, averaged with those of its neighbours, is best.
    /// </summary>
    /// <param name="theme">Id of the theme.</param>
    /// <param name="bias">Its bias.</param>
    /// <param name="sums">Sums, the bias included.</param>
    /// <param name="labels">Whether each carries the theme.</param>
    /// <param name="leastPrecision">Precision that the threshold has to reach, if any can.</param>
    public static ThemeCurve Fit(
        string theme, double bias, IReadOnlyList<double> sums, IReadOnlyList<bool> labels, double leastPrecision = 0)
    {
        // Platt's targets keep the curve away from certainty where examples are few.
        int positives = labels.Count(label => label);
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (labels.Count - positives + 2.0);
        (double slope, double shift) = Newton(sums, [.. labels.Select(label => label ? high : low)]);
        var curve = new ThemeCurve(theme, bias, slope, shift, 0.5);
        return curve with { Threshold = Threshold([.. sums.Select(curve.Probability)], labels, leastPrecision) };
    }

    /// <summary>
    /// The threshold of the best smoothed F1 among those whose smoothed precision suffices; where none does, the
    /// highest.
    /// </summary>
    public static double Threshold(
        IReadOnlyList<double> probabilities, IReadOnlyList<bool> labels, double leastPrecision)
    {
        double most = leastPrecision > 0 ? MostPreciseThreshold : MostThreshold;
        int count = (int)Math.Round((most - LeastThreshold) / ThresholdStep) + 1;
        (double F1, double Precision)[] measured =
            [.. Enumerable.Range(0, count).Select(i => Measure(probabilities, labels, At(i)))];
        int best = count - 1;
        double bestF1 = -1;
        for (int i = 0; i < count; i++)
        {
            (double F1, double Precision)[] near = measured[Math.Max(0, i - Reach)..Math.Min(count, i + Reach + 1)];
            double f1 = near.Average(item => item.F1);
            if (f1 > bestF1 && near.Average(item => item.Precision) >= leastPrecision)
            {
                (best, bestF1) = (i, f1);
            }
        }

        return Math.Round(At(best), 2);

        static double At(int i) => LeastThreshold + (i * ThresholdStep);
    }

    private static (double F1, double Precision) Measure(
        IReadOnlyList<double> probabilities, IReadOnlyList<bool> labels, double threshold)
    {
        int hits = 0;
        int given = 0;
        int wanted = 0;
        for (int i = 0; i < labels.Count; i++)
        {
            bool isGiven = probabilities[i] >= threshold;
            given += isGiven ? 1 : 0;
            wanted += labels[i] ? 1 : 0;
            hits += isGiven && labels[i] ? 1 : 0;
        }

        return (given + wanted == 0 ? 0 : 2.0 * hits / (given + wanted), given == 0 ? 1 : (double)hits / given);
    }

    private static (double Slope, double Shift) Newton(IReadOnlyList<double> sums, double[] targets)
    {
        double slope = 1;
        double shift = 0;
        for (int round = 0; round < 100; round++)
        {
            double gradientSlope = 0.01 * (slope - 1);
            double gradientShift = 0;
            double slopes = 0.01;
            double both = 0;
            double shifts = 1e-9;
            for (int i = 0; i < targets.Length; i++)
            {
                double probability = 1 / (1 + Math.Exp(-((slope * sums[i]) + shift)));
                double error = probability - targets[i];
                double curvature = Math.Max(1e-9, probability * (1 - probability));
                gradientSlope += error * sums[i];
                gradientShift += error;
                slopes += curvature * sums[i] * sums[i];
                both += curvature * sums[i];
                shifts += curvature;
            }

            double determinant = (slopes * shifts) - (both * both);
            double stepSlope = ((shifts * gradientSlope) - (both * gradientShift)) / determinant;
            double stepShift = ((slopes * gradientShift) - (both * gradientSlope)) / determinant;
            slope -= Math.Clamp(stepSlope, -1, 1);
            shift -= Math.Clamp(stepShift, -2, 2);
            if (Math.Abs(stepSlope) + Math.Abs(stepShift) < 1e-9)
            {
                break;
            }
        }

        return (slope, shift);
    }
}
