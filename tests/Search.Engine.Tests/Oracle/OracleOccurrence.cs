namespace Search.Engine.Tests.Oracle;

/// <summary>
/// A match of a query within a text: first and last word, and the stretches of words that are marked.
/// </summary>
internal sealed record OracleOccurrence(int Start, int End, IReadOnlyList<(int Start, int End)> Marks)
{
    public static OracleOccurrence Whole(int start, int end) => new(start, end, [(start, end)]);
}
