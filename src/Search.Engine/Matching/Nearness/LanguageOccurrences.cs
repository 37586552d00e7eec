using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Nearness;

/// <summary>The occurrences of a source, in the documents of some languages alone.</summary>
internal sealed class LanguageOccurrences(OccurrenceSource words, DocCursor[] languages) : OccurrenceSource(words.Field)
{
    /// <inheritdoc/>
    public override void Collect(int docId, OccurrenceList into)
    {
        foreach (DocCursor language in languages)
        {
            if (language.Seek(docId) == docId)
            {
                words.Collect(docId, into);
                return;
            }
        }
    }
}
