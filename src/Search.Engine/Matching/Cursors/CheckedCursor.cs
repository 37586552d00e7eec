using Search.Engine.Matching.Nearness;
using Search.Engine.Matching.Nodes;

namespace Search.Engine.Matching.Cursors;

/// <summary>The documents of a cursor in which a source finds at least one occurrence.</summary>
internal sealed class CheckedCursor(MatchCursor candidates, OccurrenceSource source) : MatchCursor
{
    private readonly OccurrenceList _occurrences = new(keepsMarks: false);
    private int _checkedDocId = -1;
    private bool _matches;

    /// <inheritdoc/>
    public override int DocId => candidates.DocId;

    /// <inheritdoc/>
    public override long Cost => candidates.Cost;

    /// <inheritdoc/>
    public override bool IsExact => false;

    /// <summary>A cursor over the conjunction of operands, checked by a source.</summary>
    /// <param name="operands">One or more.</param>
    /// <param name="context">The segment.</param>
    /// <param name="boost">Factor of the scores.</param>
    /// <param name="source">Makes the source; not called where some operand matches nothing.</param>
    public static MatchCursor Over(
        IReadOnlyList<QueryNode> operands, MatchContext context, float boost, Func<OccurrenceSource> source)
    {
        var cursors = new MatchCursor[operands.Count];
        for (int i = 0; i < cursors.Length; i++)
        {
            cursors[i] = operands[i].Cursor(context, boost);
            if (cursors[i] is NoneCursor)
            {
                return NoneCursor.Instance;
            }
        }

        return new CheckedCursor(cursors.Length == 1 ? cursors[0] : new ConjunctionCursor(cursors), source());
    }

    /// <inheritdoc/>
    public override int Next() => candidates.Next();

    /// <inheritdoc/>
    public override int Seek(int target) => candidates.Seek(target);

    /// <inheritdoc/>
    public override bool Matches()
    {
        int docId = candidates.DocId;
        if (docId != _checkedDocId)
        {
            _checkedDocId = docId;
            _matches = (candidates.IsExact || candidates.Matches()) && Finds(docId);
        }

        return _matches;
    }

    /// <inheritdoc/>
    public override float Score() => candidates.Score();

    private bool Finds(int docId)
    {
        _occurrences.Clear();
        source.Collect(docId, _occurrences);
        return _occurrences.Count > 0;
    }
}
