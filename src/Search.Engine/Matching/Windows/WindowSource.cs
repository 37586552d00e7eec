namespace Search.Engine.Matching.Windows;

/// <summary>
/// Gives the scores of whole runs of documents at once, for queries that match many: a window of
/// <see cref="Size"/> documents fits the first-level cache, and a posting costs an addition instead of calls. Windows
/// are asked in ascending order, each once. (Wide disjunctions in windows of accumulators: BooleanScorer of Lucene;
/// the size and the loops: measured on the machines at hand.) Owned by one thread.
/// </summary>
internal abstract class WindowSource
{
    /// <summary>Documents of a window; a power of two.</summary>
    public const int Size = 4096;

    /// <summary>The place of a document in its window.</summary>
    public static nint Place(int docId) => docId & (Size - 1);

    /// <summary>The first document at or behind one that may match; <c>DocCursor.End</c> for none.</summary>
    public abstract int Seek(int from);

    /// <summary>
    /// Adds the score of each document of a window that matches, never zero (see <see cref="ScoreTable.Least"/>).
    /// </summary>
    /// <param name="start">First document of the window.</param>
    /// <param name="scores"><see cref="Size"/> scores.</param>
    public abstract void Add(int start, Span<float> scores);

    /// <summary>Gives back what was rented, when no more windows are asked.</summary>
    public virtual void Return()
    {
    }
}
