using Search.Engine.Matching;
using Search.Engine.Schemas;
using Search.Engine.Searching.Collecting;
using Search.Engine.Segments;
using Search.Queries.Trees;

namespace Search.Engine.Searching.Reranking;

/// <summary>
/// Orders the best hits of a search anew. Hits, total and facets are those of the search itself. A hit only gains, so
/// that those which are ordered anew stay before those which are not, and pages fit together: each page orders the same
/// best hits of the same snapshot, and goes on by score alone behind them.
/// </summary>
/// <param name="search">The search by BM25 alone.</param>
/// <param name="model">Makes a model to score by.</param>
/// <param name="segments">The segments searched.</param>
/// <param name="schema">Their schema.</param>
/// <param name="limits">How much a search may take.</param>
internal sealed class Reranker(
    Func<SearchRequest, SearchResults> search, Func<ScoreModel> model, IReadOnlyList<SegmentView> segments,
    IndexSchema schema, SearchLimits limits)
{
    /// <summary>Whether a request asks for more than its sort keys give.</summary>
    public static bool IsAsked(SearchRequest request) =>
        request is { Ranking.Depth: > 0, Limit: > 0, Sort: [{ Field: null }, ..] };

    /// <summary>Searches.</summary>
    public SearchResults Search(SearchRequest request)
    {
        RankingFeatures features = request.Ranking!; // IsAsked was
        SearchRequest plain = request with { Ranking = null };
        if (BonusQuery.Of(request.Query, features, schema.DefaultField.Name) is not Query bonus)
        {
            return search(plain);
        }

        int depth = features.Depth;
        int first = request.After is null ? Math.Max(depth, request.Limit) : depth;
        SearchResults results = search(plain with { After = null, Limit = first });
        SearchHit[] window = BonusScorer.Score(
            results.Hits.Take(depth), bonus, model(), segments, schema, limits);
        var order = new HitOrder(request.Sort, schema);
        Array.Sort(window, order);
        List<SearchHit> page = request.After is null
            ? [.. window.Take(request.Limit), .. results.Hits.Skip(depth).Take(request.Limit - window.Length)]
            : Behind(window, request.After, request.Limit, order);
        if (request.After is not null && page.Count < request.Limit && results.Hits.Count == depth)
        {
            page.AddRange(Rest(plain, results.Hits[^1], window, page.Count));
        }

        return results with { Hits = page };
    }

    private static List<SearchHit> Behind(SearchHit[] window, SortValues after, int limit, HitOrder order)
    {
        var last = new SearchHit(after.Address, 0, after);
        return [.. window.Where(hit => order.Compare(hit, last) > 0).Take(limit)];
    }

    /// <summary>Hits behind the window: from its end, or from where the page before ended.</summary>
    private IReadOnlyList<SearchHit> Rest(
        SearchRequest plain, SearchHit lastOfWindow, SearchHit[] window, int taken)
    {
        SortValues after = plain.After!; // the first page needs no rest
        bool isInWindow = taken > 0 || Array.Exists(window, hit => hit.Address == after.Address);
        return search(plain with
        {
            After = isInWindow ? lastOfWindow.Values : after,
            Limit = plain.Limit - taken,
            Facets = [],
            NeedsTotal = false,
        }).Hits;
    }
}
