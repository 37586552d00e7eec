namespace Search.Engine.Matching.Cursors;

/// <summary>The documents of a list, each with the same score.</summary>
/// <param name="docIds">Ascending, none twice.</param>
/// <param name="count">How many of <paramref name="docIds"/> count.</param>
/// <param name="score">The score of each document.</param>
internal sealed class DocListCursor(int[] docIds, int count, float score) : MatchCursor
{
    private int _index = -1;

    /// <inheritdoc/>
    public override int DocId => _index < 0 ? -1 : _index < count ? docIds[_index] : End;

    /// <inheritdoc/>
    public override long Cost => count;

    /// <inheritdoc/>
    public override int Next()
    {
        _index = Math.Min(_index + 1, count);
        return DocId;
    }

    /// <inheritdoc/>
    public override int Seek(int target)
    {
        if (target <= DocId)
        {
            return DocId;
        }

        int start = Math.Max(_index, 0);
        int found = start >= count ? count : Array.BinarySearch(docIds, start, count - start, target);
        _index = found < 0 ? ~found : found;
        return DocId;
    }

    /// <inheritdoc/>
    public override float Score() => score;
}
