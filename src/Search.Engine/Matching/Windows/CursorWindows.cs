using Search.Engine.Matching.Cursors;

namespace Search.Engine.Matching.Windows;

/// <summary>The matches of any cursor, one by one.</summary>
internal sealed class CursorWindows(MatchCursor cursor) : WindowSource
{
    /// <inheritdoc/>
    public override int Seek(int from) => cursor.Seek(from);

    /// <inheritdoc/>
    public override void Add(int start, Span<float> scores)
    {
        for (int docId = cursor.Seek(start); docId < start + Size; docId = cursor.Next())
        {
            if (cursor.IsExact || cursor.Matches())
            {
                scores[docId - start] += Math.Max(cursor.Score(), ScoreTable.Least);
            }
        }
    }
}
