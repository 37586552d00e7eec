using System.Text;
using Search.Engine.Searching;
using Search.Passages.Corrections;
using Search.Passages.Generations;
using Search.Passages.Schemas;
using Search.Passages.Synonyms;
using Search.Queries.Trees;

namespace Search.Passages.Search;

/// <summary>Answers one request over one generation.</summary>
internal sealed class PassageSearch
{
    private const int MaxLimit = 100;
    private readonly PassageRequest _request;
    private readonly PassageQuery _query;
    private readonly List<SearchFilter> _filters;
    private readonly SortKey[] _sort;
    private readonly IReadOnlyList<string> _facets;
    private readonly PassageIndexOptions _options;
    private readonly SearchLimits _limits;
    private readonly bool _usesSynonyms;

    /// <summary>Reads a request.</summary>
    /// <exception cref="PassageRequestException">The request is wrong.</exception>
    public PassageSearch(PassageRequest request, PassageIndexOptions options)
    {
        if (request.Limit is < 1 or > MaxLimit)
        {
            throw new PassageRequestException(
                "limit_out_of_range", "limit", $"The limit is {request.Limit}; allowed is 1 to {MaxLimit}.");
        }

        _request = request;
        _options = options;
        _limits = options.ToLimits();
        _usesSynonyms = request.UsesSynonyms ?? options.UsesSynonyms;
        _query = PassageQueryReader.Read(request, options);
        _filters = Filters(request, _query);
        _sort = Sort(request.Sort);
        _facets = [.. request.Facets.Select(Facet).Distinct()];
        Cursor = string.IsNullOrEmpty(request.Cursor) ? null : PassageCursor.Read(request.Cursor, Canonical());
    }

    /// <summary>Where the request goes on; null for the first page.</summary>
    public PassageCursor? Cursor { get; }

    /// <summary>Says how the query is read, without searching.</summary>
    /// <param name="generation">The generation whose words it is read with; null before the first.</param>
    public ParseResponse Parse(Generation? generation)
    {
        ExpandedQuery expanded = Expand(generation);
        IReadOnlyList<Expansion> patterns = generation?.Vocabulary.Expand(expanded.Asked) ?? [];
        return new ParseResponse(generation?.Number, QueryReadings.Make(_query, expanded, patterns, []));
    }

    /// <summary>Answers.</summary>
    /// <exception cref="PassageRequestException">The request is wrong.</exception>
    public PassageResponse Run(Generation generation, CancellationToken cancellation)
    {
        ExpandedQuery expanded = Expand(generation);
        SearchResults results = generation.Searcher.Search(
            new SearchRequest
            {
                Query = expanded.Asked,
                Filters = _filters,
                Sort = _sort,
                Ranking = _request.Ranking == PassageRanking.Default ? PassageRankings.Features : null,
                Limit = _request.Limit + 1,
                After = Cursor?.Values(_sort.Length),
                Facets = [.. _facets.Select(name => new FacetRequest(PassageFields.Shown(name), _request.FacetSize))],
            },
            cancellation);
        bool hasMore = results.Hits.Count > _request.Limit;
        var maker = new PassageHits(generation.Schema, new DocumentMatcher(expanded.Asked, generation.Schema, _limits));
        var hits = new List<PassageHit>(Math.Min(results.Hits.Count, _request.Limit));
        foreach (SearchHit hit in results.Hits.Take(_request.Limit))
        {
            cancellation.ThrowIfCancellationRequested();
            hits.Add(maker.Make(
                generation.Stored(hit.Address), _request.Sort == PassageSort.Relevance ? hit.Score : null));
        }

        string? next = null;
        if (hasMore)
        {
            string position = results.Hits[_request.Limit - 1].Values.ToString();
            next = new PassageCursor(generation.Number, position).Write(Canonical());
        }

        QueryReading reading = QueryReadings.Make(_query, expanded, results.Expansions, results.Limits) with
        {
            DidYouMean = DidYouMean(generation, results, cancellation),
        };
        return new PassageResponse(generation.Number, reading, results.Total, hits, Facets(results), next);
    }

    /// <summary>Every passage that matches, in the order of the index, without spans and scores.</summary>
    public IEnumerable<PassageHit> All(Generation generation, CancellationToken cancellation)
    {
        var maker = new PassageHits(generation.Schema);
        return generation.Searcher.Documents(Expand(generation).Asked, _filters, cancellation)
            .Select(address => maker.Make(generation.Stored(address), score: null));
    }

    private string? DidYouMean(Generation generation, SearchResults results, CancellationToken cancellation)
    {
        // A limit that was met says enough of why there is nothing.
        bool isAsked = Cursor is null && results.Limits.Count == 0 && !string.IsNullOrWhiteSpace(_request.Q);
        return isAsked
            ? new QueryCorrector(generation.Vocabulary, HasHits).Find(
                _query.Parsed.Input, _query.Parsed.Query, results.Total == 0)
            : null;

        bool HasHits(string query)
        {
            var search = new PassageSearch(_request with { Q = query, IsStrict = false, Cursor = null }, _options);
            return generation.Searcher
                .Documents(search.Expand(generation).Asked, search._filters, cancellation).Any();
        }
    }

    private ExpandedQuery Expand(Generation? generation) => ExpandedQuery.Of(
        _query.Query,
        _query.Parsed.Query,
        _request.IsOr,
        _usesSynonyms && generation is not null ? new SynonymWords(generation.Synonyms, generation.Vocabulary) : null);

    private static List<SearchFilter> Filters(PassageRequest request, PassageQuery query)
    {
        // A filter carries the name of the column that shows its values, so that its own facet leaves it out.
        List<SearchFilter> filters =
        [
            .. FilterReader.Read(request.Filters)
                .Select(filter => new SearchFilter(PassageFields.Shown(filter.Key), filter.Value)),
        ];
        bool asksForKinds = query.NamesKind
            || request.Filters.Any(filter => !filter.IsExcluded
                && string.Equals(filter.Name, PassageFields.Kind, StringComparison.OrdinalIgnoreCase));
        if (!asksForKinds)
        {
            filters.Add(new SearchFilter(PassageFields.Kind, new BooleanQuery(
            [
                .. PassageKinds.Searched.Select(kind => new BooleanClause(
                    Occur.Should, new TermQuery(PassageFields.Kind, kind, WordForm.Exact))),
            ])));
        }

        return filters;
    }

    private static SortKey[] Sort(PassageSort sort) => sort switch
    {
        PassageSort.DateAscending => [new(PassageFields.Date), new(PassageFields.Id)],
        PassageSort.DateDescending => [new(PassageFields.Date, IsDescending: true), new(PassageFields.Id)],
        PassageSort.Document => [new(PassageFields.Document), new(PassageFields.Number), new(PassageFields.Id)],
        _ => [SortKey.Score, new(PassageFields.Id)],
    };

    private static string Facet(string name) =>
        PassageFields.Filterable.FirstOrDefault(
            field => string.Equals(field, name.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw new PassageRequestException(
            "unknown_facet",
            "facet",
            $"'{name}' is no facet; allowed are {string.Join(", ", PassageFields.Filterable)}.");

    private Dictionary<string, IReadOnlyList<FacetCount>> Facets(SearchResults results)
    {
        var facets = new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal);
        foreach ((string name, IReadOnlyList<FacetValue> values) in _facets.Zip(results.Facets))
        {
            facets.Add(name, [.. values.Select(value => new FacetCount(value.Value, value.Count))]);
        }

        return facets;
    }

    /// <summary>What of the request decides which hits there are, and in which order.</summary>
    private string Canonical()
    {
        var text = new StringBuilder();
        _ = text.Append(_request.Q)
            .Append('\n')
            .Append(_request.IsOr ? "or" : "and")
            .Append(_usesSynonyms ? "" : " plain")
            .Append('\n')
            .Append(_request.Sort)
            .Append(_request.Ranking == PassageRanking.Default ? "" : "\n" + _request.Ranking);
        foreach (PassageFilter filter in _request.Filters)
        {
            _ = text.Append(filter.IsExcluded ? "\n-" : "\n+").Append(filter.Name).Append('=').Append(filter.Value);
        }

        return text.ToString();
    }
}
