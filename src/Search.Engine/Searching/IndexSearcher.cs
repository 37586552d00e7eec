using System.Text;
using Search.Engine.Indexing;
using Search.Engine.Matching;
using Search.Engine.Matching.Cursors;
using Search.Engine.Schemas;
using Search.Engine.Scoring;
using Search.Engine.Searching.Collecting;
using Search.Engine.Searching.Filtering;
using Search.Engine.Searching.Reranking;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;
using Search.Queries.Trees;

namespace Search.Engine.Searching;

/// <summary>
/// Searches one snapshot. Immutable, and safe for use by several threads; it holds the snapshot without counting as one
/// of
/// its holders.
/// </summary>
public sealed class IndexSearcher
{
    private readonly IReadOnlyList<SegmentView> _segments;
    private readonly IndexSchema _schema;
    private readonly SearchLimits _limits;
    private readonly Func<int, int, FieldDefinition, string?> _textOf;
    private readonly FilterCache _filters;
    private readonly FieldSums _sums;

    /// <summary>Makes a searcher over a snapshot.</summary>
    public IndexSearcher(IndexSnapshot snapshot, SearchLimits? limits = null)
        : this(
            (snapshot ?? throw new ArgumentNullException(nameof(snapshot))).Segments,
            snapshot.Schema,
            limits,
            (segment, docId, field) => snapshot.Stored(segment, docId)[field.Name])
    {
    }

    /// <summary>Makes a searcher over segments.</summary>
    /// <param name="segments">The segments.</param>
    /// <param name="schema">Their schema.</param>
    /// <param name="limits">How much a search may take.</param>
    /// <param name="textOf">The stored text of a field, by segment and doc id.</param>
    internal IndexSearcher(
        IReadOnlyList<SegmentView> segments, IndexSchema schema, SearchLimits? limits,
        Func<int, int, FieldDefinition, string?> textOf)
    {
        _segments = segments;
        _schema = schema;
        _limits = limits ?? new SearchLimits();
        _textOf = textOf;
        _filters = new FilterCache(segments.Count);
        _sums = new FieldSums(segments, schema);
    }

    /// <summary>Searches.</summary>
    /// <exception cref="ArgumentException">A sort key or a facet names a field that cannot be sorted or
    /// counted.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public SearchResults Search(SearchRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        SearchResults results = SearchWithin(request, cancellation);
        return request.Sort.Count == 1 ? results : results with { Hits = [.. results.Hits.Select(Outside)] };
    }

    private SearchResults SearchWithin(SearchRequest request, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.Limit, nameof(request));
        var order = new HitOrder(request.Sort, _schema);
        if (request.After is not null && request.After.Values.Count != order.Count)
        {
            throw new ArgumentException("The values to go on behind are of another order.", nameof(request));
        }

        if (Reranker.IsAsked(request))
        {
            return new Reranker(plain => SearchWithin(plain, cancellation), Model, _segments, _schema, _limits)
                .Search(request);
        }

        var facets = new FacetCounters(request.Facets, _schema, _segments.Count > 1);
        var clock = new SearchClock(_limits.MaxTime, cancellation);
        ScoreTies? ties = order.IsByScoreAndField ? new ScoreTies(order, request.Limit, request.After) : null;
        ICollector collector = order.IsByScore || ties is not null
            ? new ScoreCollector(request.Limit, request.After, facets, clock, ties) { NeedsTotal = request.NeedsTotal }
            : new HitCollector(order, request.Limit, request.After, facets, clock);
        using PreparedSearch search = Prepare(request.Query, request.Filters);
        for (int i = 0; i < _segments.Count && !clock.IsUp; i++)
        {
            collector.Collect(i, _segments[i], search.Over(i, _segments[i], Sentences(i), facets));
        }

        return new SearchResults(
            collector.Total,
            collector.Best(),
            facets.Values(),
            request.NeedsExpansions ? Expansions(search) : [],
            search.LimitsMet(clock.IsUp));
    }

    /// <summary>All documents that match a query and filters, in order of document.</summary>
    public IEnumerable<DocAddress> Documents(
        Query query, IReadOnlyList<SearchFilter>? filters = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        using var search = new PreparedSearch(query, filters ?? [], _schema, _limits, null, _filters);
        for (int i = 0; i < _segments.Count; i++)
        {
            SegmentView segment = _segments[i];
            MatchCursor cursor = search.Over(i, segment, Sentences(i), null).All();
            for (int docId = cursor.Next(); docId != DocCursor.End; docId = cursor.Next())
            {
                cancellation.ThrowIfCancellationRequested();
                if (IsLive(segment, docId) && (cursor.IsExact || cursor.Matches()))
                {
                    yield return new DocAddress(i, docId);
                }
            }
        }
    }

    /// <summary>
    /// The first live document with a value, byte by byte, in a keyword field; null where there is none.
    /// </summary>
    /// <exception cref="ArgumentException">The field is no keyword field.</exception>
    public DocAddress? Find(string keywordField, string value)
    {
        if (!_schema.TryGetField(keywordField, out FieldDefinition? field) || field.Kind != FieldKind.Keyword)
        {
            throw new ArgumentException($"'{keywordField}' is no keyword field of the schema.", nameof(keywordField));
        }

        InvertedField inverted = _schema.Inverted(field, TermForm.Exact);
        byte[] term = Encoding.UTF8.GetBytes(value);
        for (int i = 0; i < _segments.Count; i++)
        {
            if (_segments[i].TryFindTerm(inverted, term, out TermEntry entry))
            {
                PostingsCursor postings = _segments[i].Postings(inverted, entry);
                for (int docId = postings.Next(); docId != DocCursor.End; docId = postings.Next())
                {
                    if (IsLive(_segments[i], docId))
                    {
                        return new DocAddress(i, docId);
                    }
                }
            }
        }

        return null;
    }

    private static bool IsLive(SegmentView segment, int docId)
    {
        ReadOnlySpan<ulong> live = segment.LiveDocs;
        return live.IsEmpty || (live[docId >> 6] & (1UL << (docId & 63))) != 0;
    }

    /// <summary>The hit with its values read: what reads them belongs to the search, and ends with it.</summary>
    private static SearchHit Outside(SearchHit hit) => hit.Values.Values is RankedValues values
        ? hit with { Values = new SortValues([.. values], hit.Address) }
        : hit;

    private PreparedSearch Prepare(Query query, IReadOnlyList<SearchFilter> filters) =>
        new(query, filters, _schema, _limits, Model(), _filters);

    private Bm25Model Model() => new(_segments, _limits.MaxExpansions, _sums);

    private StoredSentences Sentences(int segment) => new(_schema, (docId, field) => _textOf(segment, docId, field));

    private Expansion[] Expansions(PreparedSearch search) =>
    [
        .. search.Patterns.Select(written =>
        {
            IReadOnlyList<ExpandedTerm> terms = search.Model!.Expand(written.Field, written.Pattern); // scored search
            string[] shown = CommonestTerms.Of(terms, _limits.ShownExpansions);
            return new Expansion(written.Text, shown, terms.Count, search.Report.HasTruncatedExpansion);
        }),
    ];
}
