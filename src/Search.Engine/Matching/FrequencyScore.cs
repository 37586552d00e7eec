namespace Search.Engine.Matching;

/// <summary>Turns the frequency of a term or phrase in a document into a score. Immutable.</summary>
internal abstract class FrequencyScore
{
    /// <summary>The score that no frequency exceeds.</summary>
    public abstract float Weight { get; }

    /// <summary>What these scores have in common with those of other weights; the same object for all.</summary>
    public abstract ScoreShape Shape { get; }

    /// <summary>The score of a frequency in a document of this norm.</summary>
    /// <param name="frequency">How often; above 0.</param>
    /// <param name="norm">The document's norm in the field.</param>
    public abstract float Score(float frequency, byte norm);

    /// <summary>The scores of a frequency for all norms, each bit by bit what <see cref="Score"/> gives.</summary>
    /// <param name="frequency">How often; above 0.</param>
    /// <param name="scores">Receives 256 scores.</param>
    public abstract void Fill(float frequency, Span<float> scores);
}
