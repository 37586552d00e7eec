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

        List<(byte[] Term, float Boost, int DocFrequency)> terms = Closest(model, context.Report);
        int most = terms.Count == 0 ? 0 : terms.Max(term => term.DocFrequency);
        List<MatchCursor> cursors = [];
        foreach ((byte[] term, float similarity, _) in terms)
        {
            if (context.Segment.TryFindTerm(Field, term, out TermEntry entry))
            {
                FrequencyScore score = model.Weigh(Field, model.Idf(Field, most), boost * Math.Max(0, similarity));
                cursors.Add(new TermMatchCursor(
                    context.Segment.Postings(Field, entry), context.Segment, Field, score));
            }
        }

        return cursors.Count switch
        {
            0 => NoneCursor.Instance,
            1 => cursors[0],
            _ => new DisjunctionCursor([.. cursors]),
        };
    }

    /// <inheritdoc/>
    public override OccurrenceSource? Occurrences(MatchContext context) => _unscored.Occurrences(context);

    /// <summary>The terms in order of their bytes, cut to the closest where there are too many.</summary>
    private List<(byte[] Term, float Boost, int DocFrequency)> Closest(ScoreModel model, MatchReport report)
    {
        List<(byte[] Term, float Boost, int DocFrequency)> terms =
            [.. model.Expand(Field, pattern).Select(term => (term.Term, Similarity(term.Term), term.DocFrequency))];
        if (terms.Count > report.MaxFuzzyTerms)
        {
            // A stable order: of equally close terms the first in the dictionary stay.
            report.HasTruncatedExpansion = true;
            HashSet<byte[]> kept =
                [.. terms.OrderByDescending(term => term.Boost).Take(report.MaxFuzzyTerms).Select(term => term.Term)];
            terms.RemoveAll(term => !kept.Contains(term.Term));
        }

        return terms;
    }

    /// <summary>1 - edits / length of the shorter: below 0 for a term much shorter than the word.</summary>
    private float Similarity(byte[] term)
    {
        int edits = pattern.Edits(term);
        int shorter = Math.Min(CodePoints.Count(term), pattern.WordLength);
        return edits == 0 ? 1 : 1 - ((float)edits / shorter);
    }
}
