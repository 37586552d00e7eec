using System.Numerics;

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

    /// <summary>Counts the values of some documents.</summary>
    /// <param name="first">A doc id that is a multiple of 64.</param>
    /// <param name="documents">A bit a document, from the first.</param>
    /// <param name="counts">A count an ordinal, raised by one for each document that has the value.</param>
    public virtual void Count(int first, ReadOnlySpan<ulong> documents, Span<int> counts)
    {
        int[] buffer = [];
        for (int i = 0; i < documents.Length; i++)
        {
            for (ulong rest = documents[i]; rest != 0; rest &= rest - 1)
            {
                int docId = first + (i * 64) + BitOperations.TrailingZeroCount(rest);
                foreach (int ordinal in Ordinals(docId, ref buffer))
                {
                    counts[ordinal]++;
                }
            }
        }
    }
}
