using System.Text;

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

    /// <summary>The value of an ordinal.</summary>
    public virtual string Text(int ordinal) => Encoding.UTF8.GetString(Value(ordinal));

    /// <summary>The ordinals of a document: ascending, none twice; empty where it has no value.</summary>
    /// <param name="docId">A doc id of the segment.</param>
    /// <param name="buffer">Room that may be used for the answer; grown by the column where it is too small.</param>
    public abstract ReadOnlySpan<int> Ordinals(int docId, ref int[] buffer);

    /// <summary>Counts of the values, all zero.</summary>
    public virtual ValueCounts Counts() => new OrdinalCounts(this);
}
