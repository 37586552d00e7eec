using System.Numerics;

namespace Search.Engine.Segments.Postings;

/// <summary>
/// The best (frequency, norm) pairs of a run of postings in one word, four pairs of two bytes: byte <c>2 * i</c> is the
/// frequency of pair <c>i</c>, byte <c>2 * i + 1</c> its norm. For every posting of the run some pair has no lower
/// frequency and no greater norm (compared unsigned), so a score that grows with the frequency and falls with the
/// length is bounded by its greatest value over the pairs. Frequencies ascend; unused pairs repeat the last. (Ding and
/// Suel, Faster top-k document retrieval using block-max indexes, 2011; pairs as in Lucene's impacts.)
/// </summary>
internal static class Impacts
{
    /// <summary>Pairs in a word.</summary>
    public const int PairCount = 4;

    /// <summary>A frequency that stands for itself and everything above: a bound must take it as infinite.</summary>
    public const int UnboundedFrequency = 255;

    /// <summary>The frequency of a pair, 1 to <see cref="UnboundedFrequency"/>.</summary>
    public static int Frequency(ulong impacts, int pair) => (int)((impacts >> (16 * pair)) & 0xFF);

    /// <summary>
    /// The greatest frequency, up to <see cref="UnboundedFrequency"/>, that a posting of the run with this norm may
    /// have: that of the most frequent pair which is no longer.
    /// </summary>
    public static int GreatestFrequency(ulong impacts, byte norm)
    {
        // Norms ascend with the frequencies: a longer pair that is no more frequent is not among the best. So it is
        // counted how many of the last three are no longer: bit 8 of each lane of 16 is left where it is so.
        ulong norms = (impacts >> 24) & 0x00FF_00FF_00FF;
        ulong differences = ((norm | 0x100UL) * 0x0001_0001_0001) - norms;
        return Frequency(impacts, BitOperations.PopCount(differences & 0x0100_0100_0100));
    }

    /// <summary>The norm of a pair.</summary>
    public static byte Norm(ulong impacts, int pair) => (byte)((impacts >> ((16 * pair) + 8)) & 0xFF);
}
