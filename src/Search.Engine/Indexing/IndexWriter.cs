using Search.Engine.Schemas;
using Search.Engine.Storage;

namespace Search.Engine.Indexing;

/// <summary>
/// Adds documents to an index and deletes them. Nothing is seen by readers, and nothing survives a crash, before
/// <see cref="Commit"/> returns. One writer an index at a time; owned by one thread.
/// </summary>
public sealed class IndexWriter : IDisposable
{
    /// <summary>Opens an index for writing; an empty storage becomes an empty index at the first commit.</summary>
    /// <exception cref="IOException">Another writer holds the lock, or the disk fails.</exception>
    /// <exception cref="IndexSchemaMismatchException">The index was written with another schema.</exception>
    /// <exception cref="IndexCorruptException">The last commit cannot be read.</exception>
    public static IndexWriter Open(IndexStorage storage, IndexSchema schema, IndexWriterOptions? options = null) =>
        throw new NotImplementedException();

    /// <summary>Adds a document; it is copied, so the caller may reuse it.</summary>
    /// <exception cref="ArgumentException">A value does not fit the schema; the document was not added.</exception>
    public void Add(IndexDocument document) => throw new NotImplementedException();

    /// <summary>Deletes all documents added so far that have this value in a keyword field.</summary>
    /// <exception cref="ArgumentException">The schema has no such keyword field.</exception>
    public void DeleteByKeyword(string field, string value) => throw new NotImplementedException();

    /// <summary>Makes everything since the last commit durable and visible to snapshots opened from now on.</summary>
    /// <param name="userData">Kept with the commit; null keeps what the last commit had.</param>
    /// <exception cref="IOException">The disk fails; the last commit stands, and the writer can only be disposed.</exception>
    public CommitInfo Commit(IReadOnlyDictionary<string, string>? userData = null) => throw new NotImplementedException();

    /// <summary>Merges all segments into one without deleted documents; a commit makes it visible.</summary>
    public void MergeAll(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Forgets everything since the last commit.</summary>
    public void Rollback() => throw new NotImplementedException();

    /// <summary>Forgets what was not committed and gives the lock back.</summary>
    public void Dispose()
    {
    }
}
