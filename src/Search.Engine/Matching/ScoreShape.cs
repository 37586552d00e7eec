namespace Search.Engine.Matching;

/// <summary>
/// What the scores of all terms of a field have in common, as bounds that part the frequency from the document's norm:
/// no score is above <c>weight * Ratio(frequency) * Factor(norm)</c>. So bounds can be summed up over the terms of a
/// document without its norm, which is looked at once, and only where the sum is high. Both are exact for single
/// occurrences in documents up to a middling length, and not far above elsewhere. Immutable.
/// </summary>
internal sealed class ScoreShape
{
    /// <summary>The greatest frequency that has a ratio.</summary>
    public const int MaxFrequency = 16;

    /// <summary>Norms.</summary>
    public const int NormCount = 256;

    /// <summary>
    /// The lengths that ratios are taken at: where one occurrence begins to be worth less than this part of the weight.
    /// In longer documents further occurrences count for more, and the factors make up for it.
    /// </summary>
    private const float PivotScore = 0.39f;

    // Scores are rounded to floats, in other places for another weight, and so are their sums.
    private const double Slack = 1e-6;
    private const double RelativeSlack = 1e-5;

    private readonly double[] _ratios = new double[MaxFrequency + 1];
    private readonly float[] _inverseFactors = new float[NormCount];

    /// <summary>Finds the shape.</summary>
    /// <param name="score">Scores of weight 1; those of any other are as many times as high.</param>
    public ScoreShape(FrequencyScore score)
    {
        Span<float> scores = stackalloc float[NormCount];
        Span<double> factors = stackalloc double[NormCount];
        score.Fill(1, scores);
        int pivot = 1;
        while (pivot < NormCount - 1 && scores[pivot] >= PivotScore)
        {
            pivot++;
        }

        float one = scores[pivot];
        for (int frequency = 1; frequency <= MaxFrequency; frequency++)
        {
            score.Fill(frequency, scores);
            double ratio = scores[pivot] / one;
            _ratios[frequency] = ratio;
            for (int norm = 0; norm < NormCount; norm++)
            {
                factors[norm] = Math.Max(factors[norm], scores[norm] / ratio);
            }
        }

        for (int norm = 0; norm < NormCount; norm++)
        {
            _inverseFactors[norm] = (float)(1 / ((factors[norm] + Slack) * (1 + RelativeSlack)));
        }
    }

    /// <summary>One by the factor of each norm.</summary>
    public ReadOnlySpan<float> InverseFactors => _inverseFactors;

    /// <summary>The ratio of a frequency from 1 to <see cref="MaxFrequency"/>, 1 for 1; ascending.</summary>
    public double Ratio(int frequency) => _ratios[frequency];
}
