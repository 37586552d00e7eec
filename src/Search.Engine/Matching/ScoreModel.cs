using Search.Engine.Matching.Automata;
using Search.Engine.Schemas;
using Search.Engine.Segments;

namespace Search.Engine.Matching;

/// <summary>What scores depend on: sums over all segments of a snapshot. Owned by one search.</summary>
internal abstract class ScoreModel
{
    /// <summary>Documents of the snapshot that hold a term, deleted ones included; 0 where none does.</summary>
    public abstract int DocFrequency(InvertedField field, ReadOnlySpan<byte> term);

    /// <summary>The terms of the snapshot that a pattern takes in, in order of their bytes.</summary>
    public abstract IReadOnlyList<ExpandedTerm> Expand(InvertedField field, TermPattern pattern);

    /// <summary>Whether the entries of expanded terms are those of a segment's dictionary.</summary>
    public virtual bool HasEntriesOf(SegmentView segment) => false;

    /// <summary>Gives back what was rented: no expanded term may be used any more.</summary>
    public virtual void Return()
    {
    }

    /// <summary>The inverse document frequency of a term that this many documents of the field hold.</summary>
    public abstract float Idf(InvertedField field, int docFrequency);

    /// <summary>Scores of a term or phrase.</summary>
    /// <param name="field">The inverted field whose lengths count.</param>
    /// <param name="idf">Inverse document frequency, summed over the words of a phrase.</param>
    /// <param name="boost">Factor of the score.</param>
    public abstract FrequencyScore Weigh(InvertedField field, float idf, float boost);

    /// <summary>The largest document frequency among the terms that a pattern takes in; 0 where no term fits.</summary>
    public int MostFrequent(InvertedField field, TermPattern pattern)
    {
        int most = 0;
        foreach (ExpandedTerm term in Expand(field, pattern))
        {
            most = Math.Max(most, term.DocFrequency);
        }

        return most;
    }
}
