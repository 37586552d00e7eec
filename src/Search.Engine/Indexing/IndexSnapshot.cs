using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Storage;

namespace Search.Engine.Indexing;

/// <summary>
/// One commit, open for reading: immutable, and safe for use by any number of threads. It is counted: it starts with one
/// holder, <see cref="TryAcquire"/> adds one, <see cref="Dispose"/> takes one away, and the files are unmapped with the
/// last, so a snapshot can be swapped for a newer one while searches still run over it.
/// </summary>
public sealed class IndexSnapshot : IDisposable
{
    /// <summary>What the commit says of itself.</summary>
    public CommitInfo Commit => throw new NotImplementedException();

    /// <summary>The schema it was opened with.</summary>
    public IndexSchema Schema => throw new NotImplementedException();

    /// <summary>Documents that are not deleted.</summary>
    public long DocCount => throw new NotImplementedException();

    internal IReadOnlyList<SegmentView> Segments => throw new NotImplementedException();

    /// <summary>Opens the last commit; null where there is none.</summary>
    /// <exception cref="IndexSchemaMismatchException">The index was written with another schema.</exception>
    /// <exception cref="IndexCorruptException">The commit cannot be read.</exception>
    public static IndexSnapshot? TryOpen(IndexStorage storage, IndexSchema schema) => throw new NotImplementedException();

    /// <summary>The stored values of a document.</summary>
    /// <param name="segment">Place of its segment among the snapshot's.</param>
    /// <param name="docId">Its doc id there.</param>
    public StoredDocument Stored(int segment, int docId) => throw new NotImplementedException();

    /// <summary>Adds a holder; false where the last one has gone, and the snapshot must not be used any more.</summary>
    public bool TryAcquire() => throw new NotImplementedException();

    /// <summary>Takes a holder away.</summary>
    public void Dispose()
    {
    }
}
