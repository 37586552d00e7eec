using Search.Engine.Matching.Automata;
using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;
using Search.Engine.Schemas;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Nodes;

/// <summary>
/// Words within an edit distance. Each term scores by itself and the scores are summed, as Lucene's default: the boost
/// is
/// 1 - edits / length of the shorter word, and every term counts as if as frequent as the most frequent of them.
/// </summary>
/// <param name="field">Dictionary that the terms are looked for in.</param>
/// <param name="pattern">The terms.</param>
/// <param name="text">The clause as written, to be shown.</param>
internal sealed class FuzzyNode(InvertedField field, FuzzyPattern pattern, string text) : QueryNode
{
    /// <summary>Below every similarity.</summary>
    private const float LeftOut = float.NegativeInfinity;

    private readonly PatternNode _unscored = new(field, pattern, text);

    /// <summary>The dictionary.</summary>
    public InvertedField Field { get; } = field;

    /// <summary>The terms.</summary>
    public FuzzyPattern Pattern => pattern;

    /// <summary>The clause as written.</summary>
    public string Text => text;

    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost)
    {
        if (context.Model is not ScoreModel model)
        {
            return _unscored.Cursor(context, 0);
        }

        IReadOnlyList<ExpandedTerm> terms = model.Expand(Field, pattern);
        float[] similarities = Similarities(terms, context.Report);
        int most = 0;
        for (int i = 0; i < terms.Count; i++)
        {
            most = similarities[i] == LeftOut ? most : Math.Max(most, terms[i].DocFrequency);
        }

        var weighed = new WeighedTerm[Math.Min(terms.Count, context.Report.MaxFuzzyTerms)];
        int count = 0;
        TermCursor dictionary = context.Segment.Terms(Field);
        var scores = new Dictionary<float, FrequencyScore>();
        for (int i = 0; i < terms.Count; i++)
        {
            if (similarities[i] != LeftOut
                && dictionary.Seek(terms[i].Term.Span)
                && dictionary.Term.SequenceEqual(terms[i].Term.Span))
            {
                float factor = boost * Math.Max(0, similarities[i]);
                if (!scores.TryGetValue(factor, out FrequencyScore? score))
                {
                    score = model.Weigh(Field, model.Idf(Field, most), factor);
                    scores.Add(factor, score);
                }

                weighed[count++] = new WeighedTerm(dictionary.Entry, score);
            }
        }

        return count switch
        {
            0 => NoneCursor.Instance,
            1 => new TermMatchCursor(
                context.Report.Rent(context.Segment, Field, weighed[0].Entry),
                context.Segment,
                Field,
                weighed[0].Score),
            _ => new SimilarTermsCursor(context.Segment, Field, weighed, count),
        };
    }

    /// <inheritdoc/>
    public override OccurrenceSource? Occurrences(MatchContext context) => _unscored.Occurrences(context);

    /// <summary>
    /// The similarity of each term; where there are too many, <see cref="LeftOut"/> for all but the closest, of which
    /// the first in the dictionary stay where they are equally close.
    /// </summary>
    private float[] Similarities(IReadOnlyList<ExpandedTerm> terms, MatchReport report)
    {
        var similarities = new float[terms.Count];
        for (int i = 0; i < similarities.Length; i++)
        {
            similarities[i] = Similarity(terms[i].Term.Span);
        }

        if (similarities.Length <= report.MaxFuzzyTerms)
        {
            return similarities;
        }

        report.HasTruncatedExpansion = true;
        float[] sorted = [.. similarities];
        sorted.AsSpan().Sort(static (left, right) => right.CompareTo(left));
        float least = report.MaxFuzzyTerms == 0 ? float.PositiveInfinity : sorted[report.MaxFuzzyTerms - 1];
        int rest = report.MaxFuzzyTerms - sorted.Count(similarity => similarity > least);
        for (int i = 0; i < similarities.Length; i++)
        {
            bool isKept = similarities[i] > least || (similarities[i] == least && rest-- > 0);
            similarities[i] = isKept ? similarities[i] : LeftOut;
        }

        return similarities;
    }

    /// <summary>1 - edits / length of the shorter: below 0 for a term much shorter than the word.</summary>
    private float Similarity(ReadOnlySpan<byte> term)
    {
        int edits = pattern.Edits(term);
        int shorter = Math.Min(CodePoints.Count(term), pattern.WordLength);
        return edits == 0 ? 1 : 1 - ((float)edits / shorter);
    }
}
