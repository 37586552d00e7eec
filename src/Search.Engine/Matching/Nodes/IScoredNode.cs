namespace Search.Engine.Matching.Nodes;

/// <summary>A node that scores by frequency: a term, a phrase, or the variants of one.</summary>
internal interface IScoredNode
{
    /// <summary>What one occurrence is worth; null where the index holds no word that could match.</summary>
    FrequencyScore? Weigh(ScoreModel model, float boost);
}
