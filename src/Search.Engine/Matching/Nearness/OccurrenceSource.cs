using Search.Engine.Schemas;

namespace Search.Engine.Matching.Nearness;

/// <summary>Finds where a node matches within documents of one segment. Owned by one thread.</summary>
/// <param name="field">The text field that the positions belong to.</param>
internal abstract class OccurrenceSource(FieldDefinition field)
{
    /// <summary>The text field that the positions belong to.</summary>
    public FieldDefinition Field { get; } = field;

    /// <summary>Appends the occurrences in a document, in any order; the same extent may come twice.</summary>
    /// <param name="docId">A document, not before the one asked last.</param>
    /// <param name="into">Receives the occurrences.</param>
    public abstract void Collect(int docId, OccurrenceList into);
}
