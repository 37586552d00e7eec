using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;
using Search.Engine.Matching.Phrases;
using Search.Engine.Schemas;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Nodes;

/// <summary>Words next to each other, in forms of one text field.</summary>
/// <param name="slots">Two or more slots, ascending by offset; or one pattern.</param>
/// <param name="slop">Lucene's slop; 0 is exact.</param>
internal sealed class PhraseNode(IReadOnlyList<PhraseSlot> slots, int slop) : FrequencyNode
{
    /// <summary>The slots.</summary>
    public IReadOnlyList<PhraseSlot> Slots => slots;

    /// <inheritdoc/>
    public override InvertedField Field => slots[0].Field;

    /// <inheritdoc/>
    public override float Idf(ScoreModel model)
    {
        // Summed in double as Lucene does.
        double sum = 0;
        foreach (PhraseSlot slot in slots)
        {
            float idf = slot.Idf(model);
            if (idf == 0)
            {
                return 0;
            }

            sum += idf;
        }

        return (float)sum;
    }

    /// <inheritdoc/>
    public override FrequencyCursor? Frequencies(MatchContext context, FrequencyScore? score)
    {
        if (SlotPostings.FindTerms(slots, context.Segment) is not TermEntry[] terms)
        {
            return null;
        }

        // A pair that has a list of its own is as good as a term.
        if (slots.Count == 2 && slop == 0
            && slots[0].OpenPair(terms[0], slots[1], terms[1], context) is PostingsCursor pair)
        {
            return new TermMatchCursor(pair, context.Segment, Field, score);
        }

        return SlotPostings.Open(slots, terms, slop, context) is SlotPostings postings
            ? new PhraseCursor(postings, slop, context.Segment, Field, score)
            : null;
    }

    /// <inheritdoc/>
    public override OccurrenceSource Occurrences(MatchContext context)
    {
        SlotPostings? postings = SlotPostings.FindTerms(slots, context.Segment) is TermEntry[] terms
            ? SlotPostings.Open(slots, terms, slop, context)
            : null;
        return slop == 0
            ? new ExactPhraseOccurrences(Field.Field, postings)
            : new SloppyPhraseOccurrences(Field.Field, postings, slop);
    }
}
