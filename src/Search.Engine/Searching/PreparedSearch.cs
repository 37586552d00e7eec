using Search.Engine.Matching;
using Search.Engine.Matching.Cursors;
using Search.Engine.Schemas;
using Search.Engine.Searching.Collecting;
using Search.Engine.Searching.Filtering;
using Search.Engine.Searching.Rewriting;
using Search.Engine.Segments;
using Search.Queries.Trees;

namespace Search.Engine.Searching;

/// <summary>A query and its filters, resolved, ready to be asked of each segment.</summary>
internal sealed class PreparedSearch : IDisposable
{
    private readonly RewrittenQuery _query;
    private readonly (string Name, RewrittenQuery Query, KeptFilter? Kept)[] _filters;
    private MatchContext? _scored;
    private MatchContext? _unscored;

    /// <summary>Resolves a query and its filters.</summary>
    public PreparedSearch(
        Query query, IReadOnlyList<SearchFilter> filters, IndexSchema schema, SearchLimits limits, ScoreModel? model,
        FilterCache cache)
    {
        _query = QueryRewriter.Rewrite(query, schema, limits);
        _filters = new (string, RewrittenQuery, KeptFilter?)[filters.Count];
        for (int i = 0; i < _filters.Length; i++)
        {
            RewrittenQuery filter = QueryRewriter.Rewrite(filters[i].Query, schema, limits);
            _filters[i] = (filters[i].Name, filter, cache.Use(filters[i].Query, filter.Root));
        }

        Model = model;
        Report = new MatchReport
        {
            MaxTerms = limits.MaxExpansions,
            MaxOpenTerms = limits.MaxOpenExpansions,
            MaxFuzzyTerms = limits.MaxFuzzyExpansions,
        };
    }

    /// <summary>Statistics; null where nothing is scored.</summary>
    public ScoreModel? Model { get; }

    /// <summary>Bounds, and what was found out.</summary>
    public MatchReport Report { get; }

    /// <summary>The patterns of the query.</summary>
    public IReadOnlyList<WrittenPattern> Patterns => _query.Patterns;

    /// <summary>The limits that were met, none twice.</summary>
    public IReadOnlyList<SearchLimit> LimitsMet(bool isTimeUp)
    {
        bool isTooComplex = Patterns.Count > 0 && Patterns.Any(written => written.Pattern.IsTooComplex);
        if (_query.Limits.Count == 0 && _filters.Length == 0
            && !Report.HasTruncatedExpansion && !isTooComplex && !isTimeUp)
        {
            return []; // nearly always
        }

        SortedSet<SearchLimit> met = [.. _query.Limits, .. _filters.SelectMany(filter => filter.Query.Limits)];
        if (Report.HasTruncatedExpansion)
        {
            met.Add(SearchLimit.Expansions);
        }

        if (isTooComplex || _filters.Any(filter => filter.Query.Patterns.Any(written => written.Pattern.IsTooComplex)))
        {
            met.Add(SearchLimit.Pattern);
        }

        if (isTimeUp)
        {
            met.Add(SearchLimit.Time);
        }

        return [.. met];
    }

    /// <summary>Gives back what was lent; no cursor of the search may be used any more.</summary>
    public void Dispose()
    {
        Report.Return();
        Model?.Return();
    }

    /// <summary>What matches in a segment.</summary>
    public SegmentMatch Over(int number, SegmentView segment, SentenceSource? sentences, FacetCounters? facets)
    {
        _scored = _scored?.For(segment, sentences) ?? new MatchContext(segment, Model, sentences, Report);
        MatchCursor root = _query.Root.Cursor(_scored, 1);
        if (_filters.Length == 0)
        {
            return new SegmentMatch(root, [], null);
        }

        _unscored = _unscored?.For(segment, sentences) ?? new MatchContext(segment, null, sentences, Report);
        List<MatchCursor> required = [];
        List<(MatchCursor Cursor, int Facet)> sideways = [];
        foreach ((string name, RewrittenQuery query, KeptFilter? kept) in _filters)
        {
            DocSet? set = kept?.Over(number, segment, query.Root);
            if (set is { IsAll: true })
            {
                continue;
            }

            MatchCursor cursor = set is null ? new ConstantCursor(query.Root.Cursor(_unscored, 1), 0) : set.Cursor();
            int facet = facets?.IndexOf(name) ?? -1;
            if (facet >= 0)
            {
                sideways.Add((cursor, facet));
            }
            else
            {
                required.Add(cursor);
            }
        }

        return new SegmentMatch(
            root, [.. required], sideways.Count == 0 ? null : new SegmentFilters([.. sideways]));
    }
}
