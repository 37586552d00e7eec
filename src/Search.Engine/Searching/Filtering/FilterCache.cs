using Search.Engine.Matching.Nodes;
using Search.Queries.Trees;

namespace Search.Engine.Searching.Filtering;

/// <summary>
/// Keeps the documents of filters that are used again over one snapshot: filters are few and come with most searches,
/// while a search asks for words that no other does. A filter is kept from its second use on, so that what is asked but
/// once costs no more than its own hits. Safe for use by several threads.
/// </summary>
/// <param name="segmentCount">Number of segments of the snapshot.</param>
internal sealed class FilterCache(int segmentCount)
{
    /// <summary>Most filters known; a bit a document is kept of each that was used twice.</summary>
    private const int MostFilters = 64;

    private const int UsesBeforeKept = 1;

    private readonly Lock _lock = new();
    private readonly Dictionary<Query, KeptFilter> _filters = [];
    private long _uses;

    /// <summary>Notes the use of a filter; null where its documents are not kept.</summary>
    /// <param name="query">The filter as asked.</param>
    /// <param name="root">What it came to.</param>
    public KeptFilter? Use(Query query, QueryNode root)
    {
        if (!IsOfColumns(root))
        {
            return null;
        }

        lock (_lock)
        {
            _uses++;
            if (!_filters.TryGetValue(query, out KeptFilter? filter))
            {
                if (_filters.Count == MostFilters)
                {
                    _filters.Remove(_filters.MinBy(pair => pair.Value.Use.Last).Key);
                }

                filter = new KeptFilter(segmentCount);
                _filters.Add(query, filter);
            }

            int uses = filter.Use.Uses;
            filter.Use = (Math.Min(uses + 1, UsesBeforeKept), _uses);
            return uses < UsesBeforeKept ? null : filter;
        }
    }

    /// <summary>Whether a filter asks for values of columns: what it comes to is found without a text.</summary>
    private static bool IsOfColumns(QueryNode node) => node switch
    {
        KeywordNode or IntervalNode or AllNode or NoneNode => true,
        BoostNode boost => IsOfColumns(boost.Inner),
        ConstantNode constant => IsOfColumns(constant.Inner),
        BooleanNode boolean => boolean.Clauses.All(clause => IsOfColumns(clause.Node)),
        _ => false,
    };
}
