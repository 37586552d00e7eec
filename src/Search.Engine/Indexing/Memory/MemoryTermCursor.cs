using Search.Engine.Segments.Terms;

namespace Search.Engine.Indexing.Memory;

/// <summary>Walks the sorted terms of one inverted field of a document in memory.</summary>
internal sealed class MemoryTermCursor(MemoryTerms terms) : TermCursor
{
    private int _term = -1;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Term => terms.Term(_term);

    /// <inheritdoc/>
    public override TermEntry Entry => terms.Entry(_term);

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        _term = Math.Min(_term + 1, terms.TermCount);
        return _term < terms.TermCount;
    }

    /// <inheritdoc/>
    public override bool Seek(ReadOnlySpan<byte> target)
    {
        _term = terms.LowerBound(target);
        return _term < terms.TermCount;
    }
}
