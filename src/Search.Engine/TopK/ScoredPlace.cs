namespace Search.Engine.TopK;

/// <summary>A document that was scored.</summary>
/// <param name="Score">Its score.</param>
/// <param name="Rank">Its place among those of the same score, the lesser first.</param>
/// <param name="Place">What stands for the document.</param>
internal readonly record struct ScoredPlace(float Score, long Rank, long Place);
