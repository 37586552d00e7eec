using Search.Engine.Schemas;
using Search.Engine.Segments.Columns;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Segments;

/// <summary>
/// What matching sees of a segment, be it mapped from disk or one document in memory. Doc ids run from 0 to
/// <see cref="DocCount"/> - 1. Immutable, and safe for use by several threads; the cursors it gives are not.
/// </summary>
internal abstract class SegmentView
{
    /// <summary>The schema the segment was written with.</summary>
    public abstract IndexSchema Schema { get; }

    /// <summary>Number of documents, deleted ones included.</summary>
    public abstract int DocCount { get; }

    /// <summary>Number of documents that are not deleted.</summary>
    public abstract int LiveDocCount { get; }

    /// <summary>Live documents, bit <c>d % 64</c> of word <c>d / 64</c>; empty where none is deleted.</summary>
    public abstract ReadOnlySpan<ulong> LiveDocs { get; }

    /// <summary>Sums over an inverted field.</summary>
    public abstract FieldStatistics Statistics(InvertedField field);

    /// <summary>
    /// One norm a document: the field's length in tokens in Lucene's one-byte code (SmallFloat.intToByte4), 0 where the
    /// document lacks the field. Only for fields with positions.
    /// </summary>
    public abstract ReadOnlySpan<byte> Norms(InvertedField field);

    /// <summary>Looks a term up; false where no document holds it.</summary>
    public abstract bool TryFindTerm(InvertedField field, ReadOnlySpan<byte> term, out TermEntry entry);

    /// <summary>
    /// Looks the list of two words up that stand next to each other; false where there is none, whether documents hold
    /// them so or not.
    /// </summary>
    /// <param name="field">The field of both.</param>
    /// <param name="first">The first word of this field and segment.</param>
    /// <param name="second">The word at the position behind it.</param>
    /// <param name="pair">All documents that hold them so, and how often; for <see cref="RentPair"/>.</param>
    public virtual bool TryFindPair(
        InvertedField field, in TermEntry first, in TermEntry second, out TermEntry pair)
    {
        pair = default;
        return false;
    }

    /// <summary>
    /// A cursor that stands before the first document of a pair, as <see cref="Rent"/> gives one; without positions.
    /// </summary>
    public virtual PostingsCursor RentPair(InvertedField field, in TermEntry pair) =>
        throw new NotSupportedException("A segment without pairs finds none.");

    /// <summary>A cursor that stands before the first term of the field.</summary>
    public abstract TermCursor Terms(InvertedField field);

    /// <summary>A cursor that stands before the first posting of a term of this field and segment.</summary>
    public abstract PostingsCursor Postings(InvertedField field, in TermEntry entry);

    /// <summary>
    /// The same, by a cursor that is not needed any more, where that can be turned to another term of the field.
    /// </summary>
    public virtual PostingsCursor Postings(InvertedField field, in TermEntry entry, PostingsCursor? used) =>
        Postings(field, entry);

    /// <summary>
    /// As <see cref="Postings(InvertedField, in TermEntry)"/>, of what was given back where there is some.
    /// </summary>
    public virtual PostingsCursor Rent(InvertedField field, in TermEntry entry) => Postings(field, entry);

    /// <summary>Gives back what was rented and is used no more.</summary>
    public virtual void Return(PostingsCursor postings)
    {
    }

    /// <summary>The column of a keyword field.</summary>
    public abstract KeywordColumn Keywords(FieldDefinition field);

    /// <summary>The column of an interval field.</summary>
    public abstract IntervalColumn Intervals(FieldDefinition field);
}
