namespace Search.Engine.Segments.Columns;

/// <summary>
/// The values of a keyword field by document: ordinals into the sorted distinct values of the segment. Owned by one
/// thread, as a cursor is.
/// </summary>
internal abstract class KeywordColumn
{
    /// <summary>Number of distinct values.</summary>
    public abstract int ValueCount { get; }

    /// <summary>
    /// The value of an ordinal, UTF-8; valid until the next call. Ordinals ascend with the bytes of their values.
    /// </summary>
    public abstract ReadOnlySpan<byte> Value(int ordinal);

    /// <summary>The ordinals of a document: ascending, none twice; empty where it has no value.</summary>
    /// <param name="docId">A doc id of the segment.</param>
    /// <param name="buffer">Room that may be used for the answer; grown by the column where it is too small.</param>
    public abstract ReadOnlySpan<int> Ordinals(int docId, ref int[] buffer);

    /// <summary>Whether no document has two values; false where that is not known.</summary>
    public virtual bool IsSingleValued => false;

    /// <summary>
    /// The first ordinal of each of some documents, -1 where one has none: for counting many at once.
    /// </summary>
    /// <param name="docs">Doc ids of the segment.</param>
    /// <param name="ordinals">Receives as many ordinals.</param>
    public virtual void FirstOrdinals(ReadOnlySpan<int> docs, Span<int> ordinals)
    {
        int[] buffer = [];
        for (int i = 0; i < docs.Length; i++)
        {
            ReadOnlySpan<int> own = Ordinals(docs[i], ref buffer);
            ordinals[i] = own.IsEmpty ? -1 : own[0];
        }
    }
}
