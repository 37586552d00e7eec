namespace Search.Engine.Schemas;

/// <summary>One inverted form of a field: what a term dictionary belongs to.</summary>
/// <param name="Number">Place among the inverted fields of the schema, from 0.</param>
/// <param name="Field">The field.</param>
/// <param name="Form">The form of its words.</param>
public sealed record InvertedField(int Number, FieldDefinition Field, TermForm Form)
{
    /// <summary>Whether postings carry frequencies, positions and norms.</summary>
    public bool HasPositions => Field.Kind == FieldKind.Text;

    /// <summary>Whether the letters of its terms are kept: patterns ask for words of this form.</summary>
    internal bool HasLetters => HasPositions && Form == TermForm.Exact;

    /// <summary>Whether pairs of its common words have lists: phrases ask for words of this form.</summary>
    internal bool HasPairs => HasPositions && Form == TermForm.Exact;
}
