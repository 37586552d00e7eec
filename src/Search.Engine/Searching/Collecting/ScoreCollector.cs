using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Phrases;
using Search.Engine.Matching.Windows;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;
using Search.Engine.TopK;

namespace Search.Engine.Searching.Collecting;

/// <summary>
/// Collects hits in the order of their scores: what matches few documents is walked, what matches many is taken in
/// bulk, each kind of query in the way that suits it. All ways give the same hits, scores and counts.
/// </summary>
/// <param name="limit">Most hits kept, not negative.</param>
/// <param name="after">Hits are looked for behind these values; null for the first page.</param>
/// <param name="facets">Facets to count.</param>
/// <param name="clock">Says when to stop.</param>
/// <param name="ties">What decides among equal scores; null where the order of the documents does.</param>
internal sealed class ScoreCollector(
    int limit, SortValues? after, FacetCounters facets, SearchClock clock, ScoreTies? ties = null)
    : ICollector
{
    /// <summary>Below one match in so many documents, walking beats looking at every window.</summary>
    private const int DocsPerMatch = 96;

    /// <summary>The same for windows of a byte a document.</summary>
    private const int DocsPerUnited = 2048;

    private readonly float _afterScore = after is null ? float.PositiveInfinity : (float)after.Values[0].Score;
    private ScoreQueue _queue = new(limit);

    /// <inheritdoc/>
    public long Total { get; private set; }

    /// <summary>The score that a hit must exceed.</summary>
    public float Threshold => _queue.Threshold;

    /// <summary>Whether all matches are counted; where not, what cannot be among the best is not looked for.</summary>
    public bool NeedsTotal { get; init; } = true;

    /// <summary>Whether of equal scores the first documents are kept, from the first of all on.</summary>
    public bool KeepsFirst => after is null && ties is null;

    /// <summary>Most hits kept.</summary>
    public int Limit => limit;

    /// <summary>Facets to count.</summary>
    public FacetCounters Facets => facets;

    /// <summary>Says when to stop.</summary>
    public SearchClock Clock => clock;

    /// <inheritdoc/>
    public void Collect(int number, SegmentView segment, SegmentMatch match)
    {
        facets.Begin(segment);
        _queue = ties?.Begin(segment) ?? _queue;
        long start = HitPlace.OfSegment(number);
        bool isPlain = match.Filters.Length == 0 && match.Sideways is null && segment.LiveDocs.IsEmpty;
        switch (match.Query)
        {
            case TermMatchCursor { HasTable: true } term when isPlain:
                TermCollector.Collect(this, term, start);
                break;
            case SimilarTermsCursor terms when isPlain && SimilarTermsCollector.CanCollect(this, terms):
                SimilarTermsCollector.Collect(this, terms, start);
                break;
            case TermSetCursor terms:
                TermSetCollector.Collect(this, terms, new WindowFilters(segment, match), start);
                break;
            case ConjunctionCursor when IntersectionCollector.TermsOf(match.Query) is { } terms:
                IntersectionCollector.Collect(this, terms, new HitFilter(segment, match, this), start);
                break;
            case PhraseCursor { Blocks: { } slots } phrase:
                PhraseCollector.Collect(this, phrase, slots, new HitFilter(segment, match, this), start);
                break;
            case DisjunctionCursor union when union.Cost > segment.DocCount / DocsPerUnited
                && UnionCollector.CanCollect(union):
                UnionCollector.Collect(this, union, new WindowFilters(segment, match), start);
                break;
            case MatchCursor many when IsMany(many, segment) && many.Windows() is WindowSource windows:
                WindowCollector.Collect(this, windows, new WindowFilters(segment, match), start);
                break;
            default:
                Walk(segment, match, start);
                break;
        }

        ties?.End(_queue);
        facets.End();
    }

    /// <inheritdoc/>
    public IReadOnlyList<SearchHit> Best()
    {
        if (ties is not null)
        {
            return ties.Hits;
        }

        ReadOnlySpan<ScoredPlace> best = _queue.Sorted();
        var hits = new SearchHit[best.Length];
        for (int i = 0; i < hits.Length; i++)
        {
            DocAddress address = HitPlace.Address(best[i].Place);
            hits[i] = new SearchHit(address, best[i].Score, new SortValues(best[i].Score, address));
        }

        return hits;
    }

    /// <summary>Counts documents that match.</summary>
    public void Count(long documents) => Total += documents;

    /// <summary>Shows a document that matches; documents come in ascending order.</summary>
    public void Show(float score, long place)
    {
        if (score > Threshold)
        {
            long rank = ties?.RankOf(HitPlace.Address(place).DocId) ?? place;
            if (IsBehind(score, rank, place))
            {
                _queue.Show(score, rank, place);
            }
        }
    }

    private static bool IsMany(MatchCursor cursor, SegmentView segment) =>
        cursor.Cost > segment.DocCount / DocsPerMatch;

    private bool IsBehind(float score, long rank, long place) =>
        score < _afterScore || (score == _afterScore
            && (ties?.IsBehind(rank, place) ?? HitPlace.Address(place) > after!.Address)); // has a score

    private void Walk(SegmentView segment, SegmentMatch match, long start)
    {
        var filter = new HitFilter(segment, match, this);
        MatchCursor cursor = match.Query;
        if (match.Filters.Length > 0)
        {
            // The filters lead where they are rarer.
            cursor = match.All();
            filter = new HitFilter(segment, match with { Filters = [] }, this);
        }

        for (int docId = cursor.Next(); docId != DocCursor.End && !clock.Tick(); docId = cursor.Next())
        {
            if ((cursor.IsExact || cursor.Matches()) && filter.IsHit(docId) && limit > 0)
            {
                Show(cursor.Score(), start + docId);
            }
        }
    }
}
