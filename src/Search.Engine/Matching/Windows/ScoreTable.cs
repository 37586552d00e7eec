using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Search.Engine.Matching.Windows;

/// <summary>
/// The scores of one term for every norm and the low frequencies, so that scoring a posting is one load: hardly any
/// passage holds a word more than a few times. Every entry is what <see cref="FrequencyScore.Score"/> gives, but that
/// a score of zero, which a very long document can come to, stands as <see cref="Least"/>: within a window of scores
/// zero means that a document does not match. Rows are computed when a frequency is first met.
/// </summary>
internal sealed class ScoreTable(FrequencyScore score)
{
    /// <summary>The greatest frequency that may have a row; a posting beyond it is scored on its own.</summary>
    public const int MaxRows = 63;

    /// <summary>Entries of a row, one a norm.</summary>
    public const int Columns = 256;

    /// <summary>
    /// Stands for a score of zero. Adding it to any score of a <see cref="IsUsableWeight">usable weight</see> changes
    /// nothing.
    /// </summary>
    public const float Least = 1e-30f;

    private const int FirstRows = 3;
    private const float LeastWeight = 1e-6f;
    private const float GreatestWeight = 1e6f;

    private int _rows;

    /// <summary>The score that no frequency exceeds.</summary>
    public float Weight => score.Weight;

    /// <summary>
    /// The score of frequency f and norm n at <c>f * Columns + n</c>, as far as <see cref="Reach"/> went; the first
    /// row is not used.
    /// </summary>
    public float[] Entries { get; private set; } = ArrayPool<float>.Shared.Rent((FirstRows + 1) * Columns);

    /// <summary>
    /// Whether scores of a weight are far from <see cref="Least"/>, so that a table may stand for them.
    /// </summary>
    public static bool IsUsableWeight(float weight) => weight is >= LeastWeight and <= GreatestWeight;

    /// <summary>A score as it is given to the caller.</summary>
    public static float Outside(float score) => score < LeastWeight * LeastWeight ? 0 : score;

    /// <summary>Computes the rows up to a frequency; false where it may have none.</summary>
    public bool Reach(uint frequency) => frequency <= (uint)_rows || Extend(frequency);

    /// <summary>The score of any frequency.</summary>
    public float Score(int frequency, byte norm) =>
        Reach(unchecked((uint)frequency))
            ? Entries[(frequency * Columns) + norm]
            : Math.Max(score.Score(frequency, norm), Least);

    /// <summary>Gives back what was rented; the table is used no more.</summary>
    public void Return()
    {
        float[] entries = Entries;
        (Entries, _rows) = ([], 0);
        ArrayPool<float>.Shared.Return(entries);
    }

    private bool Extend(uint greatest)
    {
        if (greatest > MaxRows)
        {
            return false;
        }

        int frequency = (int)greatest;

        if (Entries.Length < (frequency + 1) * Columns)
        {
            float[] entries = ArrayPool<float>.Shared.Rent((frequency + 1) * Columns);
            Entries.AsSpan(0, (_rows + 1) * Columns).CopyTo(entries);
            ArrayPool<float>.Shared.Return(Entries);
            Entries = entries;
        }

        for (int row = _rows + 1; row <= frequency; row++)
        {
            Span<float> entries = Entries.AsSpan(row * Columns, Columns);
            score.Fill(row, entries);
            RaiseZeros(entries);
        }

        _rows = frequency;
        return true;
    }

    /// <summary>No score lies between zero and <see cref="Least"/>, so the greater of the two is the score.</summary>
    private static void RaiseZeros(Span<float> entries)
    {
        foreach (ref Vector<float> some in MemoryMarshal.Cast<float, Vector<float>>(entries))
        {
            some = Vector.Max(some, new Vector<float>(Least));
        }
    }
}
