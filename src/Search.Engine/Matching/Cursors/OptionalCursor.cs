namespace Search.Engine.Matching.Cursors;

/// <summary>The documents of a required cursor, whose scores optional clauses add to where they match too.</summary>
/// <param name="required">Decides which documents match.</param>
/// <param name="clauses">The clauses to sum, in clause order: the parts of the required cursor and the optional
/// ones.</param>
/// <param name="isRequired">For each clause, whether it is known to match wherever the required cursor does.</param>
internal sealed class OptionalCursor(MatchCursor required, MatchCursor[] clauses, bool[] isRequired) : MatchCursor
{
    /// <inheritdoc/>
    public override int DocId => required.DocId;

    /// <inheritdoc/>
    public override long Cost => required.Cost;

    /// <inheritdoc/>
    public override bool IsExact => required.IsExact;

    /// <inheritdoc/>
    public override int Next() => required.Next();

    /// <inheritdoc/>
    public override int Seek(int target) => required.Seek(target);

    /// <inheritdoc/>
    public override bool Matches() => required.Matches();

    /// <inheritdoc/>
    public override float Score()
    {
        int docId = required.DocId;
        float sum = 0;
        for (int i = 0; i < clauses.Length; i++)
        {
            MatchCursor clause = clauses[i];
            if (isRequired[i] || (clause.Seek(docId) == docId && (clause.IsExact || clause.Matches())))
            {
                sum += clause.Score();
            }
        }

        return sum;
    }
}
