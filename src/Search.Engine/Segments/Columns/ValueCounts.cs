namespace Search.Engine.Segments.Columns;

/// <summary>
/// Counts how many of some documents have each value of a keyword column. Owned by one thread; disposing gives back
/// what was lent.
/// </summary>
internal abstract class ValueCounts : IDisposable
{
    /// <summary>Counts documents.</summary>
    /// <param name="docs">Doc ids of the segment; each counts once, in any order.</param>
    public abstract void Add(ReadOnlySpan<int> docs);

    /// <summary>The counts by ordinal; asked once, when all documents are counted.</summary>
    /// <exception cref="IndexCorruptException">A document that was counted has a value that does not exist.</exception>
    public abstract ReadOnlySpan<int> Sums();

    /// <inheritdoc/>
    public abstract void Dispose();
}
