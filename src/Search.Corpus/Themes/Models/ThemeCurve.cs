namespace Search.Corpus.Themes.Models;

/// <summary>How the sum of a theme becomes a probability, and from which on the theme is given.</summary>
/// <param name="Theme">Id of the theme.</param>
/// <param name="Bias">Sum of a paragraph without any feature.</param>
/// <param name="Slope">What the sum is multiplied by.</param>
/// <param name="Shift">What is added to it.</param>
/// <param name="Threshold">The least probability that gives the tag, between 0 and 1.</param>
internal sealed record ThemeCurve(string Theme, double Bias, double Slope, double Shift, double Threshold)
{
    /// <summary>The probability for a sum, the bias included in it.</summary>
    public double Probability(double sum) => 1 / (1 + Math.Exp(-((Slope * sum) + Shift)));
}
