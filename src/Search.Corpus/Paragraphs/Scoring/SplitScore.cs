namespace Search.Corpus.Paragraphs.Scoring;

/// <summary>How well a split agrees with the right one.</summary>
/// <param name="File">Path of the document.</param>
/// <param name="Gold">Scored units of the right split.</param>
/// <param name="Predicted">Units that count.</param>
/// <param name="Ignored">Units that lie in what is not scored.</param>
/// <param name="Matches">Units whose start and end are both right.</param>
/// <param name="Clean">Matches that swallowed nothing and lost nothing.</param>
/// <param name="Boundaries">Starts and ends of scored units that were found.</param>
public sealed record SplitScore(
    string File,
    int Gold,
    int Predicted,
    int Ignored,
    int Matches,
    int Clean,
    int Boundaries)
{
    /// <summary>Scored units that no unit matches, by their first words.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];

    /// <summary>Units that count and match nothing.</summary>
    public IReadOnlyList<string> Spurious { get; init; } = [];

    /// <summary>Share of the units that count which are right.</summary>
    public double Precision => Ratio(Matches, Predicted);

    /// <summary>Share of the right units that were found.</summary>
    public double Recall => Ratio(Matches, Gold);

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Mean(Precision, Recall);

    /// <summary>The same of starts and ends counted apart.</summary>
    public double BoundaryF1 => Mean(Ratio(Boundaries, 2 * Predicted), Ratio(Boundaries, 2 * Gold));

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double Mean(double a, double b) => a + b == 0 ? 0 : 2 * a * b / (a + b);
}
