namespace Search.Engine.Matching.Windows;

/// <summary>
/// The scores of one term for every norm and the low frequencies, so that scoring a posting is one load: hardly any
/// passage holds a word more than a few times. Every entry is what <see cref="FrequencyScore.Score"/> gives, but that
/// a score of zero, which a very long document can come to, stands as <see cref="Least"/>: within a window of scores
/// zero means that a document does not match.
/// </summary>
internal sealed class ScoreTable
{
    /// <summary>Frequencies, from 1, that have rows.</summary>
    public const int Rows = 4;

    /// <summary>Entries of a row, one a norm.</summary>
    public const int Columns = 256;

    /// <summary>
    /// Stands for a score of zero. Adding it to any score of a <see cref="IsUsableWeight">usable weight</see> changes
    /// nothing.
    /// </summary>
    public const float Least = 1e-30f;

    private const float LeastWeight = 1e-6f;
    private const float GreatestWeight = 1e6f;

    private readonly FrequencyScore _score;

    /// <summary>Computes the table of a score.</summary>
    public ScoreTable(FrequencyScore score)
    {
        _score = score;
        for (int frequency = 1; frequency <= Rows; frequency++)
        {
            Span<float> entries = Entries.AsSpan(frequency * Columns, Columns);
            score.Fill(frequency, entries);
            foreach (ref float entry in entries)
            {
                entry = entry == 0 ? Least : entry;
            }
        }
    }

    /// <summary>The score that no frequency exceeds.</summary>
    public float Weight => _score.Weight;

    /// <summary>The score of frequency f and norm n at <c>f * Columns + n</c>; the first row is not used.</summary>
    public float[] Entries { get; } = new float[(Rows + 1) * Columns];

    /// <summary>
    /// Whether scores of a weight are far from <see cref="Least"/>, so that a table may stand for them.
    /// </summary>
    public static bool IsUsableWeight(float weight) => weight is >= LeastWeight and <= GreatestWeight;

    /// <summary>A score as it is given to the caller.</summary>
    public static float Outside(float score) => score < LeastWeight * LeastWeight ? 0 : score;

    /// <summary>The score of any frequency.</summary>
    public float Score(int frequency, byte norm) =>
        frequency <= Rows ? Entries[(frequency * Columns) + norm] : Beyond(frequency, norm);

    /// <summary>The score of a frequency that has no row.</summary>
    public float Beyond(int frequency, byte norm) => Math.Max(_score.Score(frequency, norm), Least);
}
