namespace Search.Engine.Segments.Postings;

/// <summary>Walks the posting list of one term. Frequencies and positions are those of the current document.</summary>
internal abstract class PostingsCursor : DocCursor
{
    /// <summary>Occurrences of the term in the current document, at least 1; 1 where the field keeps none.</summary>
    public abstract int Frequency { get; }

    /// <summary>
    /// The positions of the term in the current document: ascending, <see cref="Frequency"/> of them, none twice.
    /// Decoded when first asked for; valid until the cursor moves. Empty where the field keeps none.
    /// </summary>
    public abstract ReadOnlySpan<int> Positions();
}
