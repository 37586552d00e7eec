using Search.Engine.Matching;

namespace Search.Engine.Scoring;

/// <summary>Scores of one term or phrase by BM25.</summary>
/// <param name="weight">Boost times idf.</param>
/// <param name="inverseNorms">See <see cref="Bm25.InverseNorms"/>.</param>
internal sealed class Bm25Score(float weight, float[] inverseNorms) : FrequencyScore
{
    /// <inheritdoc/>
    public override float Weight => weight;

    /// <inheritdoc/>
    public override float Score(float frequency, byte norm) => Bm25.Score(weight, frequency, inverseNorms[norm]);
}
