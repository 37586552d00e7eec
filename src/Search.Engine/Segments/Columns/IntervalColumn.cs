namespace Search.Engine.Segments.Columns;

/// <summary>The closed intervals of an interval field by document.</summary>
internal abstract class IntervalColumn
{
    /// <summary>The interval of a document; false where it has none.</summary>
    public abstract bool TryGet(int docId, out long lower, out long upper);
}
