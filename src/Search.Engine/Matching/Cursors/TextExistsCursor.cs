using Search.Engine.Schemas;
using Search.Engine.Segments;

namespace Search.Engine.Matching.Cursors;

/// <summary>Documents with at least one word in a text field.</summary>
internal sealed class TextExistsCursor(SegmentView segment, InvertedField field, float score)
    : TestedCursor(segment.DocCount, score)
{
    /// <inheritdoc/>
    protected override bool Passes(int docId)
    {
        ReadOnlySpan<byte> norms = segment.Norms(field);
        return docId < norms.Length && norms[docId] != 0;
    }
}
