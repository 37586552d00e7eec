namespace Search.Engine.Searching.Collecting;

/// <summary>A hit within a segment.</summary>
/// <param name="Keys">A number a sort key; the lesser comes first.</param>
/// <param name="DocId">The document.</param>
/// <param name="Score">Its score.</param>
internal readonly record struct KeyedHit(long[] Keys, int DocId, float Score)
{
    /// <summary>Puts hits of one segment in order: by keys, then by document.</summary>
    public static IComparer<KeyedHit> Order { get; } = Comparer<KeyedHit>.Create(static (left, right) =>
    {
        int order = CompareKeys(left.Keys, right.Keys);
        return order != 0 ? order : left.DocId.CompareTo(right.DocId);
    });

    /// <summary>Compares keys of equal number.</summary>
    public static int CompareKeys(ReadOnlySpan<long> left, ReadOnlySpan<long> right) => left.SequenceCompareTo(right);
}
