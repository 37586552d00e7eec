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

    private const int MostOnStack = 1024;

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
        Span<float> similarities = terms.Count <= MostOnStack ? stackalloc float[terms.Count] : new float[terms.Count];
        FindSimilarities(terms, context.Report, similarities);
        int most = 0;
        for (int i = 0; i < terms.Count; i++)
        {
            most = similarities[i] == LeftOut ? most : Math.Max(most, terms[i].DocFrequency);
        }

        WeighedTerm[] weighed = context.Report.RentTerms(Math.Min(terms.Count, context.Report.MaxFuzzyTerms));
        int count = 0;
        TermCursor? dictionary = model.HasEntriesOf(context.Segment) ? null : context.Segment.Terms(Field);
        List<(float Factor, FrequencyScore Score)> scores = []; // a few: as many as there are similarities
        for (int i = 0; i < terms.Count; i++)
        {
            if (similarities[i] != LeftOut && TryFind(dictionary, terms[i], out TermEntry entry))
            {
                float factor = boost * Math.Max(0, similarities[i]);
                int known = 0;
                while (known < scores.Count && scores[known].Factor != factor)
                {
                    known++;
                }

                if (known == scores.Count)
                {
                    scores.Add((factor, model.Weigh(Field, model.Idf(Field, most), factor)));
                }

                weighed[count++] = new WeighedTerm(entry, scores[known].Score);
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
            _ => new SimilarTermsCursor(context, Field, weighed, count),
        };
    }

    /// <inheritdoc/>
    public override OccurrenceSource? Occurrences(MatchContext context) => _unscored.Occurrences(context);

    /// <summary>A term's entry: its own where there is no dictionary to look it up in.</summary>
    private static bool TryFind(TermCursor? dictionary, in ExpandedTerm term, out TermEntry entry)
    {
        ReadOnlySpan<byte> bytes = term.Term.Span;
        bool isFound = dictionary is null || (dictionary.Seek(bytes) && dictionary.Term.SequenceEqual(bytes));
        entry = dictionary is null ? term.Entry : isFound ? dictionary.Entry : default;
        return isFound;
    }

    /// <summary>
    /// The similarity of each term; where there are too many, <see cref="LeftOut"/> for all but the closest, of which
    /// the first in the dictionary stay where they are equally close.
    /// </summary>
    private void FindSimilarities(IReadOnlyList<ExpandedTerm> terms, MatchReport report, Span<float> similarities)
    {
        for (int i = 0; i < similarities.Length; i++)
        {
            similarities[i] = Similarity(terms[i].Term.Span);
        }

        if (similarities.Length <= report.MaxFuzzyTerms)
        {
            return;
        }

        report.HasTruncatedExpansion = true;
        Span<float> sorted = terms.Count <= MostOnStack ? stackalloc float[terms.Count] : new float[terms.Count];
        similarities.CopyTo(sorted);
        sorted.Sort(static (left, right) => right.CompareTo(left));
        float least = report.MaxFuzzyTerms == 0 ? float.PositiveInfinity : sorted[report.MaxFuzzyTerms - 1];
        int rest = report.MaxFuzzyTerms;
        foreach (float similarity in sorted)
        {
            rest -= similarity > least ? 1 : 0;
        }

        for (int i = 0; i < similarities.Length; i++)
        {
            bool isKept = similarities[i] > least || (similarities[i] == least && rest-- > 0);
            similarities[i] = isKept ? similarities[i] : LeftOut;
        }
    }

    /// <summary>1 - edits / length of the shorter: below 0 for a term much shorter than the word.</summary>
    private float Similarity(ReadOnlySpan<byte> term)
    {
        int edits = pattern.Edits(term);
        int shorter = Math.Min(CodePoints.Count(term), pattern.WordLength);
        return edits == 0 ? 1 : 1 - ((float)edits / shorter);
    }
}
