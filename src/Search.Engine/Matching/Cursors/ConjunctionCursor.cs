namespace Search.Engine.Matching.Cursors;

/// <summary>
/// Documents that all of several cursors match. The cheapest leads and the others leap after it; costly checks run
/// last,
/// and only where every cursor stands on the same document.
/// </summary>
internal sealed class ConjunctionCursor : MatchCursor
{
    private readonly MatchCursor[] _clauses;
    private readonly MatchCursor[] _byCost;
    private readonly MatchCursor[] _checked;

    /// <summary>Makes a cursor.</summary>
    /// <param name="clauses">One or more, none of them moved, in the order their scores are summed in.</param>
    public ConjunctionCursor(MatchCursor[] clauses)
    {
        _clauses = clauses;
        _byCost = [.. clauses];
        Array.Sort(_byCost, static (left, right) => left.Cost.CompareTo(right.Cost));
        _checked = Array.FindAll(_byCost, static cursor => !cursor.IsExact);
    }

    /// <summary>What must match, in the order that scores are summed in.</summary>
    public MatchCursor[] Clauses => _clauses;

    /// <inheritdoc/>
    public override int DocId => _byCost[0].DocId;

    /// <inheritdoc/>
    public override long Cost => _byCost[0].Cost;

    /// <inheritdoc/>
    public override bool IsExact => _checked.Length == 0;

    /// <inheritdoc/>
    public override int Next() => Align(_byCost[0].Next());

    /// <inheritdoc/>
    public override int Seek(int target) => Align(_byCost[0].Seek(target));

    /// <inheritdoc/>
    public override bool Matches()
    {
        foreach (MatchCursor cursor in _checked)
        {
            if (!cursor.Matches())
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override float Score()
    {
        float sum = 0;
        foreach (MatchCursor cursor in _clauses)
        {
            sum += cursor.Score();
        }

        return sum;
    }

    private int Align(int docId)
    {
        int agreed = 1;
        while (docId != End && agreed < _byCost.Length)
        {
            int other = _byCost[agreed].Seek(docId);
            if (other == docId)
            {
                agreed++;
            }
            else
            {
                docId = _byCost[0].Seek(other);
                agreed = 1;
            }
        }

        return docId;
    }
}
