namespace Search.Passages.Measuring;

/// <summary>What was judged of one question.</summary>
/// <param name="gains">
/// The grade of each judged document; above 0 is relevant, and more is better. What was not judged is not relevant.
/// </param>
public sealed class Judgments(IReadOnlyDictionary<string, int> gains)
{
    /// <summary>Number of relevant documents.</summary>
    public int Relevant { get; } = gains.Values.Count(gain => gain > 0);

    /// <summary>The grades above 0, best first.</summary>
    public IReadOnlyList<int> Ideal { get; } = [.. gains.Values.Where(gain => gain > 0).OrderDescending()];

    /// <summary>The grade of a document, 0 where it is not relevant or was not judged.</summary>
    public int Gain(string document) => Math.Max(0, gains.GetValueOrDefault(document));
}
