namespace Search.Engine.Matching.Cursors;

/// <summary>A cursor of a term or a phrase: what BM25 scores by its frequency.</summary>
internal abstract class FrequencyCursor : MatchCursor
{
    /// <summary>How often the current document, which matches, holds what is asked; above 0.</summary>
    public abstract float Frequency();
}
