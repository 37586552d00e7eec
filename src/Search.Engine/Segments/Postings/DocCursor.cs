namespace Search.Engine.Segments.Postings;

/// <summary>
/// Walks doc ids of one segment in ascending order. Before the first move <see cref="DocId"/> is -1; behind the last
/// document it is <see cref="End"/>, and stays there: moving an ended cursor is legal. Deleted documents are not left
/// out here; whoever collects does that. Owned by one thread.
/// </summary>
internal abstract class DocCursor
{
    /// <summary>The doc id behind every other; the largest signed value, since vector compares are signed.</summary>
    public const int End = int.MaxValue;

    /// <summary>The document the cursor stands on, -1 before the first, <see cref="End"/> behind the last.</summary>
    public abstract int DocId { get; }

    /// <summary>Upper bound of the documents that the cursor gives in all; never negative.</summary>
    public abstract long Cost { get; }

    /// <summary>Moves to the next document and returns it.</summary>
    public abstract int Next();

    /// <summary>
    /// Moves to the first document at or behind <paramref name="target"/> and returns it. A target at or before the
    /// current document leaves the cursor where it is.
    /// </summary>
    public abstract int Seek(int target);
}
