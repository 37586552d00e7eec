namespace Search.Engine.Matching.Nearness;

/// <summary>
/// The occurrences of one source that overlap none of another: <c>(new* NOT newton) NEAR/3 treaty</c>.
/// </summary>
internal sealed class ExceptOccurrences(OccurrenceSource included, OccurrenceSource excluded)
    : OccurrenceSource(included.Field)
{
    private readonly OccurrenceList _excluded = new(keepsMarks: false);
    private OccurrenceList? _included;

    /// <inheritdoc/>
    public override void Collect(int docId, OccurrenceList into)
    {
        _included ??= new OccurrenceList(into.KeepsMarks);
        _included.Clear();
        _excluded.Clear();
        included.Collect(docId, _included);
        excluded.Collect(docId, _excluded);
        foreach (Occurrence occurrence in _included.Items)
        {
            if (!Overlaps(occurrence))
            {
                into.Add(occurrence.Start, occurrence.End, _included.Marks(occurrence));
            }
        }
    }

    private bool Overlaps(in Occurrence occurrence)
    {
        foreach (Occurrence other in _excluded.Items)
        {
            if (other.Start <= occurrence.End && other.End >= occurrence.Start)
            {
                return true;
            }
        }

        return false;
    }
}
