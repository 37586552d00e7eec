namespace Search.Engine.Scoring;

/// <summary>
/// BM25 as Lucene 8.8 computes it, in 32-bit floats (Robertson and Zaragoza, "The Probabilistic Relevance Framework",
/// 2009; Lucene's BM25Similarity). The factor k1 + 1, which changes no order, is left out as there.
/// </summary>
internal static class Bm25
{
    /// <summary>How fast the frequency saturates.</summary>
    public const float K1 = 1.2f;

    /// <summary>How much the length counts.</summary>
    public const float B = 0.75f;

    /// <summary>ln(1 + (N - n + 0.5) / (n + 0.5)).</summary>
    /// <param name="docFrequency">n: documents with the term.</param>
    /// <param name="docCount">N: documents with the field.</param>
    public static float Idf(long docFrequency, long docCount) =>
        (float)Math.Log(1 + ((docCount - docFrequency + 0.5) / (docFrequency + 0.5)));

    /// <summary>For each norm the inverse of k1 (1 - b + b length / average).</summary>
    public static float[] InverseNorms(float averageLength)
    {
        var table = new float[256];
        for (int norm = 0; norm < table.Length; norm++)
        {
            table[norm] = 1f / (K1 * ((1 - B) + (B * LengthOfNorm.Decode((byte)norm) / averageLength)));
        }

        return table;
    }

    /// <summary>
    /// weight - weight / (1 + frequency / norm factor): this form never falls as the frequency grows, whatever the
    /// rounding.
    /// </summary>
    public static float Score(float weight, float frequency, float inverseNorm) =>
        weight - (weight / (1f + (frequency * inverseNorm)));
}
