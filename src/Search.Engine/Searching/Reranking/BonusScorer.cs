using Search.Engine.Matching;
using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nodes;
using Search.Engine.Schemas;
using Search.Engine.Scoring;
using Search.Engine.Searching.Collecting;
using Search.Engine.Searching.Rewriting;
using Search.Engine.Segments;
using Search.Queries.Trees;

namespace Search.Engine.Searching.Reranking;

/// <summary>Scores chosen documents by a query that they need not match.</summary>
internal static class BonusScorer
{
    /// <summary>The hits with the query's score added to theirs, in any order.</summary>
    /// <param name="hits">Hits whose first sort key is the score.</param>
    /// <param name="query">What is worth more.</param>
    /// <param name="segments">The segments that the hits lie in.</param>
    /// <param name="schema">Their schema.</param>
    /// <param name="limits">How much the query may take.</param>
    public static List<SearchHit> Score(
        IEnumerable<SearchHit> hits, Query query, IReadOnlyList<SegmentView> segments, IndexSchema schema,
        SearchLimits limits)
    {
        QueryNode root = QueryRewriter.Rewrite(query, schema, limits).Root;
        var model = new Bm25Model(segments, limits.MaxExpansions);
        List<SearchHit> scored = [];
        MatchContext? context = null;
        foreach (IGrouping<int, SearchHit> group in hits.GroupBy(hit => hit.Address.Segment))
        {
            SegmentView segment = segments[group.Key];
            context = context?.For(segment, null) ?? new MatchContext(segment, model, null, new MatchReport());
            MatchCursor cursor = root.Cursor(context, 1);
            foreach (SearchHit hit in group.OrderBy(hit => hit.Address.DocId))
            {
                int docId = hit.Address.DocId;
                bool isMatch = cursor.Seek(docId) == docId && (cursor.IsExact || cursor.Matches());
                scored.Add(isMatch ? Add(hit, cursor.Score()) : hit);
            }
        }

        return scored;
    }

    private static SearchHit Add(SearchHit hit, float bonus)
    {
        float score = hit.Score + bonus;
        IReadOnlyList<SortValue> values = hit.Values.Values is RankedValues ranked
            ? ranked.With(score)
            : [SortValue.OfScore(score), .. hit.Values.Values.Skip(1)];
        return new SearchHit(hit.Address, score, new SortValues(values, hit.Address));
    }
}
