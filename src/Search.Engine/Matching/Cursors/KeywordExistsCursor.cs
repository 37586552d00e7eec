using Search.Engine.Segments.Columns;

namespace Search.Engine.Matching.Cursors;

/// <summary>Documents with a value in a keyword field.</summary>
internal sealed class KeywordExistsCursor(KeywordColumn column, int docCount, float score)
    : TestedCursor(docCount, score)
{
    private int[] _buffer = [];

    /// <inheritdoc/>
    protected override bool Passes(int docId) => !column.Ordinals(docId, ref _buffer).IsEmpty;
}
