namespace Search.Engine.Searching.Collecting;

/// <summary>
/// One sort key over one segment: turns what a document is ordered by into a number, the lesser first.
/// </summary>
internal abstract class SegmentKey
{
    /// <summary>The number of documents without a value.</summary>
    public const long Missing = long.MaxValue;

    /// <summary>The number of a document.</summary>
    public abstract long Of(int docId, float score);

    /// <summary>The number at which a value of another segment would stand here.</summary>
    public abstract long Of(in SortValue value);

    /// <summary>The value of a document.</summary>
    public abstract SortValue Value(int docId, float score);
}
