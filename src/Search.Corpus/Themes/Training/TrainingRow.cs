namespace Search.Corpus.Themes.Training;

/// <summary>What a learner sees of a paragraph: numbered features and their values, of equal length.</summary>
/// <param name="Features">Numbers of the features, each once.</param>
/// <param name="Values">Their values.</param>
/// <param name="Offset">What is added to the weighted sum from the outset.</param>
internal sealed record TrainingRow(int[] Features, float[] Values, double Offset = 0);
