namespace Search.Engine.Searching;

/// <summary>One key of an order of hits.</summary>
/// <param name="Field">
/// A keyword field (the least value of a document ascending, the greatest descending), an interval field (its lower
/// end),
/// or null for the score, which always descends.
/// </param>
/// <param name="IsDescending">Whether the greatest comes first. Documents without a value come last either way.</param>
public sealed record SortKey(string? Field, bool IsDescending = false)
{
    /// <summary>By score, best first.</summary>
    public static SortKey Score { get; } = new(null, true);
}
