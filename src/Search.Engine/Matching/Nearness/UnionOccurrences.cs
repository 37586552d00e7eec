namespace Search.Engine.Matching.Nearness;

/// <summary>The occurrences of each of several sources of one field.</summary>
internal sealed class UnionOccurrences(OccurrenceSource[] sources) : OccurrenceSource(sources[0].Field)
{
    /// <inheritdoc/>
    public override void Collect(int docId, OccurrenceList into)
    {
        foreach (OccurrenceSource source in sources)
        {
            source.Collect(docId, into);
        }
    }
}
