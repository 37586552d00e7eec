using Search.Engine.Matching.Automata;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Phrases;

/// <summary>One place of a phrase: a term, or any term of a pattern.</summary>
/// <param name="Offset">Place within the phrase, from 0; slots ascend by it, and a gap leaves some out.</param>
/// <param name="Field">Form of the text field that the word is asked in.</param>
/// <param name="Term">The term, UTF-8; null for a pattern.</param>
/// <param name="Pattern">The pattern; null for a term.</param>
internal sealed record PhraseSlot(int Offset, InvertedField Field, byte[]? Term, TermPattern? Pattern)
{
    /// <summary>Whether one occurrence of a word may serve both slots, so that two are needed.</summary>
    public bool SharesTermsWith(PhraseSlot other) => Field != other.Field || (Term, other.Term) switch
    {
        ({ } mine, { } its) => mine.AsSpan().SequenceEqual(its),
        ({ } mine, null) => other.Pattern!.Fits(mine),
        (null, { } its) => Pattern!.Fits(its),
        _ => true,
    };

    /// <summary>
    /// The idf of the slot: of its term, or of the commonest term of its pattern; 0 where there is none.
    /// </summary>
    public float Idf(ScoreModel model)
    {
        int frequency = Term is not null
            ? model.DocFrequency(Field, Term)
            : model.MostFrequent(Field, Pattern!);
        return frequency == 0 ? 0 : model.Idf(Field, frequency);
    }

    /// <summary>Looks the term of the slot up; false where the segment lacks it, never of a pattern.</summary>
    public bool TryFind(SegmentView segment, out TermEntry entry)
    {
        entry = default;
        return Term is null || segment.TryFindTerm(Field, Term, out entry);
    }

    /// <summary>The postings of the slot in a segment; null where there are none.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="entry">What <see cref="TryFind"/> gave.</param>
    /// <param name="report">Lends cursors.</param>
    public PostingsCursor? Open(SegmentView segment, in TermEntry entry, MatchReport report) => Term is not null
        ? report.Rent(segment, Field, entry)
        : PatternPostings.Open(segment, Field, Pattern!, report);

    /// <summary>
    /// The documents in which the term of the next slot stands behind this one's; null where there is no such list.
    /// </summary>
    /// <param name="entry">What <see cref="TryFind"/> gave.</param>
    /// <param name="next">The next slot.</param>
    /// <param name="nextEntry">The same of it.</param>
    /// <param name="context">The segment.</param>
    public PostingsCursor? OpenPair(
        in TermEntry entry, PhraseSlot next, in TermEntry nextEntry, MatchContext context) =>
        Term is not null && next.Term is not null && Field == next.Field && Offset + 1 == next.Offset
        && context.Segment.TryFindPair(Field, entry, nextEntry, out TermEntry pair)
            ? context.Report.RentPair(context.Segment, Field, pair)
            : null;
}
