using Search.Engine.Matching;

namespace Search.Engine.Scoring;

/// <summary>The sums of one field. Immutable, and safe for use by several threads.</summary>
/// <param name="docCount">Documents with the field.</param>
/// <param name="inverseNorms">See <see cref="Bm25.InverseNorms"/>.</param>
internal sealed class FieldSum(int docCount, float[] inverseNorms)
{
    private ScoreShape? _shape;

    /// <summary>Documents with the field.</summary>
    public int DocCount => docCount;

    /// <summary>See <see cref="Bm25.InverseNorms"/>.</summary>
    public float[] InverseNorms => inverseNorms;

    /// <summary>What the scores of all weights have in common; found when first asked for.</summary>
    public ScoreShape Shape => Volatile.Read(ref _shape)
        ?? Interlocked.CompareExchange(ref _shape, new ScoreShape(new Bm25Score(1, this)), null)
        ?? _shape;
}
