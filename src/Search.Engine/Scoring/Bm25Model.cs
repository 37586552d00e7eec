using Search.Engine.Matching;
using Search.Engine.Matching.Automata;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Scoring;

/// <summary>BM25 over the sums of all segments of a snapshot.</summary>
/// <param name="segments">The segments.</param>
/// <param name="maxTerms">Most terms that a pattern is expanded to.</param>
internal sealed class Bm25Model(IReadOnlyList<SegmentView> segments, int maxTerms) : ScoreModel
{
    private readonly Dictionary<InvertedField, (int DocCount, float[] InverseNorms)> _fields = [];
    private readonly Dictionary<(InvertedField Field, TermPattern Pattern), IReadOnlyList<ExpandedTerm>> _expanded = [];

    /// <inheritdoc/>
    public override int DocFrequency(InvertedField field, ReadOnlySpan<byte> term)
    {
        int sum = 0;
        foreach (SegmentView segment in segments)
        {
            if (segment.TryFindTerm(field, term, out TermEntry entry))
            {
                sum += entry.DocFrequency;
            }
        }

        return sum;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ExpandedTerm> Expand(InvertedField field, TermPattern pattern)
    {
        if (!_expanded.TryGetValue((field, pattern), out IReadOnlyList<ExpandedTerm>? terms))
        {
            terms = segments.Count == 1 ? ExpandOne(segments[0], field, pattern) : ExpandAll(field, pattern);
            _expanded.Add((field, pattern), terms);
        }

        return terms;
    }

    /// <inheritdoc/>
    public override float Idf(InvertedField field, int docFrequency) =>
        Bm25.Idf(docFrequency, Field(field).DocCount);

    /// <inheritdoc/>
    public override FrequencyScore Weigh(InvertedField field, float idf, float boost) =>
        new Bm25Score(boost * idf, Field(field).InverseNorms);

    private List<ExpandedTerm> ExpandOne(SegmentView segment, InvertedField field, TermPattern pattern)
    {
        List<ExpandedTerm> terms = [];
        TermCursor cursor = segment.Terms(field);
        for (bool found = pattern.Seek(cursor); found && terms.Count < maxTerms; found = pattern.MoveNext(cursor))
        {
            terms.Add(new ExpandedTerm(cursor.Term.ToArray(), cursor.Entry.DocFrequency));
        }

        return terms;
    }

    private List<ExpandedTerm> ExpandAll(InvertedField field, TermPattern pattern)
    {
        List<ExpandedTerm> all = [];
        foreach (SegmentView segment in segments)
        {
            all.AddRange(ExpandOne(segment, field, pattern));
        }

        all.Sort(static (left, right) => left.Term.AsSpan().SequenceCompareTo(right.Term));
        List<ExpandedTerm> merged = [];
        foreach (ExpandedTerm term in all)
        {
            if (merged.Count > 0 && merged[^1].Term.AsSpan().SequenceEqual(term.Term))
            {
                merged[^1] = merged[^1] with { DocFrequency = merged[^1].DocFrequency + term.DocFrequency };
            }
            else
            {
                merged.Add(term);
            }
        }

        return merged;
    }

    private (int DocCount, float[] InverseNorms) Field(InvertedField field)
    {
        if (_fields.TryGetValue(field, out (int DocCount, float[] InverseNorms) known))
        {
            return known;
        }

        int docCount = 0;
        long length = 0;
        foreach (SegmentView segment in segments)
        {
            FieldStatistics statistics = segment.Statistics(field);
            docCount += statistics.DocCount;
            length += statistics.SumTotalTermFrequency;
        }

        float average = docCount == 0 ? 1 : (float)(length / (double)docCount);
        known = (docCount, Bm25.InverseNorms(average));
        _fields.Add(field, known);
        return known;
    }
}
