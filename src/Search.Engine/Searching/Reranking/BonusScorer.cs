using Search.Engine.Matching;
using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nodes;
using Search.Engine.Schemas;
using Search.Engine.Searching.Collecting;
using Search.Engine.Searching.Rewriting;
using Search.Engine.Segments;
using Search.Queries.Trees;

namespace Search.Engine.Searching.Reranking;

/// <summary>
/// Scores chosen documents by a query that they need not match: one clause behind the other over all of them, so that
/// each list of postings is gone through once.
/// </summary>
internal static class BonusScorer
{
    /// <summary>The hits with the query's score added to theirs, in any order.</summary>
    /// <param name="hits">Hits whose first sort key is the score.</param>
    /// <param name="query">What is worth more.</param>
    /// <param name="model">What to score by.</param>
    /// <param name="segments">The segments that the hits lie in.</param>
    /// <param name="schema">Their schema.</param>
    /// <param name="limits">How much the query may take.</param>
    public static SearchHit[] Score(
        IEnumerable<SearchHit> hits, Query query, ScoreModel model, IReadOnlyList<SegmentView> segments,
        IndexSchema schema, SearchLimits limits)
    {
        QueryNode root = QueryRewriter.Rewrite(query, schema, limits).Root;
        SearchHit[] scored = [.. hits];
        Array.Sort(scored, static (left, right) => left.Address.CompareTo(right.Address));
        float[] bonuses = new float[scored.Length];
        MatchContext? context = null;
        for (int first = 0, end; first < scored.Length; first = end)
        {
            int number = scored[first].Address.Segment;
            end = first + 1;
            while (end < scored.Length && scored[end].Address.Segment == number)
            {
                end++;
            }

            SegmentView segment = segments[number];
            context = context?.For(segment, null) ?? new MatchContext(segment, model, null, new MatchReport());
            Span<float> sums = bonuses.AsSpan(first..end);
            if (root is BooleanNode boolean)
            {
                // Of what may match alone: a document has the sum of what does, in the order of the clauses.
                foreach (NodeClause clause in boolean.Clauses)
                {
                    Add(clause.Node.Cursor(context, 1), scored.AsSpan(first..end), sums);
                }
            }
            else
            {
                Add(root.Cursor(context, 1), scored.AsSpan(first..end), sums);
            }
        }

        for (int i = 0; i < scored.Length; i++)
        {
            scored[i] = Add(scored[i], bonuses[i]);
        }

        return scored;
    }

    private static void Add(MatchCursor cursor, ReadOnlySpan<SearchHit> hits, Span<float> sums)
    {
        for (int i = 0; i < hits.Length;)
        {
            int docId = cursor.Seek(hits[i].Address.DocId);
            while (i < hits.Length && hits[i].Address.DocId < docId)
            {
                i++;
            }

            if (i < hits.Length && hits[i].Address.DocId == docId)
            {
                sums[i++] += cursor.IsExact || cursor.Matches() ? cursor.Score() : 0;
            }
        }
    }

    private static SearchHit Add(SearchHit hit, float bonus)
    {
        if (bonus == 0)
        {
            return hit;
        }

        float score = hit.Score + bonus;
        IReadOnlyList<SortValue> values = hit.Values.Values is RankedValues ranked
            ? ranked.With(score)
            : [SortValue.OfScore(score), .. hit.Values.Values.Skip(1)];
        return new SearchHit(hit.Address, score, new SortValues(values, hit.Address));
    }
}
