using System.Numerics;
using Search.Engine.Matching;

namespace Search.Engine.Scoring;

/// <summary>Scores of one term or phrase by BM25.</summary>
/// <param name="weight">Boost times idf.</param>
/// <param name="sum">That of the field whose lengths count.</param>
internal sealed class Bm25Score(float weight, FieldSum sum) : FrequencyScore
{
    private readonly float[] _inverseNorms = sum.InverseNorms;

    /// <inheritdoc/>
    public override float Weight => weight;

    /// <inheritdoc/>
    public override ScoreShape Shape => sum.Shape;

    /// <inheritdoc/>
    public override float Score(float frequency, byte norm) => Bm25.Score(weight, frequency, _inverseNorms[norm]);

    /// <inheritdoc/>
    public override void Fill(float frequency, Span<float> scores)
    {
        var weights = new Vector<float>(weight);
        var frequencies = new Vector<float>(frequency);
        for (int norm = 0; norm < scores.Length; norm += Vector<float>.Count)
        {
            // The same operations in the same order as Bm25.Score: a vector rounds as a scalar does.
            var inverse = new Vector<float>(_inverseNorms, norm);
            (weights - (weights / (Vector<float>.One + (frequencies * inverse)))).CopyTo(scores[norm..]);
        }
    }
}
