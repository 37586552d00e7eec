using Search.Engine.Schemas;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Nearness;

/// <summary>Each position of a posting list; none where there is no list.</summary>
internal sealed class PostingsOccurrences(FieldDefinition field, PostingsCursor? postings) : OccurrenceSource(field)
{
    /// <inheritdoc/>
    public override void Collect(int docId, OccurrenceList into)
    {
        if (postings is not null && postings.Seek(docId) == docId)
        {
            foreach (int position in postings.Positions())
            {
                into.Add(position, position);
            }
        }
    }
}
