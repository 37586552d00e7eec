using Search.Engine.Segments.Columns;

namespace Search.Engine.Indexing.Memory;

/// <summary>
/// The values of a keyword field of one document in memory: every distinct value of it is its own ordinal.
/// </summary>
internal sealed class MemoryKeywordColumn(MemoryTerms terms) : KeywordColumn
{
    /// <inheritdoc/>
    public override int ValueCount => terms.TermCount;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Value(int ordinal) => terms.Term(ordinal);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Ordinals(int docId, ref int[] buffer)
    {
        int count = terms.TermCount;
        if (buffer.Length < count)
        {
            buffer = new int[count];
        }

        for (int i = 0; i < count; i++)
        {
            buffer[i] = i;
        }

        return buffer.AsSpan(0, count);
    }
}
