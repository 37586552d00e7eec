using Search.Engine.Schemas;

namespace Search.Engine.Matching;

/// <summary>Knows where the sentences of the documents of one segment end. Owned by one thread.</summary>
internal abstract class SentenceSource
{
    /// <summary>
    /// For each sentence of a field of a document, in order, one more than the position of its last word; ascending.
    /// Valid until the next call. Empty where the document lacks the field.
    /// </summary>
    public abstract ReadOnlySpan<int> Ends(int docId, FieldDefinition field);
}
