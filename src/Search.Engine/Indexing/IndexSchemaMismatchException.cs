namespace Search.Engine.Indexing;

/// <summary>
/// An index was written with other fields or analyzers than it is opened with; it has to be built anew.
/// </summary>
public sealed class IndexSchemaMismatchException : InvalidOperationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="reason">What differs.</param>
    public IndexSchemaMismatchException(string reason)
        : base($"The index was written with another schema: {reason}")
    {
    }
}
