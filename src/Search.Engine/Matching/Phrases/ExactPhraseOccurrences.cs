using Search.Engine.Matching.Nearness;
using Search.Engine.Schemas;

namespace Search.Engine.Matching.Phrases;

/// <summary>The matches of a phrase without slop, each marked as a whole, gaps included.</summary>
/// <param name="field">The text field.</param>
/// <param name="postings">The slots; null where the segment lacks a word.</param>
internal sealed class ExactPhraseOccurrences(FieldDefinition field, SlotPostings? postings) : OccurrenceSource(field)
{
    private readonly ExactPhraseMatcher? _matcher = postings is null ? null : new ExactPhraseMatcher(postings);

    /// <inheritdoc/>
    public override void Collect(int docId, OccurrenceList into)
    {
        if (postings is not null && postings.Seek(docId) == docId)
        {
            foreach (int start in _matcher!.Find()) // made with the postings
            {
                into.Add(start, start + postings.Slots[^1].Offset);
            }
        }
    }
}
