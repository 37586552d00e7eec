using System.Buffers;
using Search.Engine.Codecs;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Columns;

namespace Search.Engine.Searching.Collecting;

/// <summary>
/// The facets of a search, counted together: two neighbours of few values at once, by the pairs that documents have.
/// </summary>
internal sealed class FacetCounters
{
    private readonly FacetCounter[] _facets;
    private readonly CodePairCounts?[] _pairs; // of a facet and the next
    private readonly DocBatch _batch = new();
    private int[] _docs = [];

    /// <summary>Makes counters.</summary>
    /// <param name="requests">What is asked.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="hasSegments">Whether there is more than one segment.</param>
    /// <exception cref="ArgumentException">A request names no keyword field.</exception>
    public FacetCounters(IReadOnlyList<FacetRequest> requests, IndexSchema schema, bool hasSegments)
    {
        _facets = new FacetCounter[requests.Count];
        for (int i = 0; i < _facets.Length; i++)
        {
            _facets[i] = new FacetCounter(requests[i], schema, hasSegments);
        }

        _pairs = new CodePairCounts?[_facets.Length];
    }

    /// <summary>Whether nothing is to be counted.</summary>
    public bool IsEmpty => _facets.Length == 0;

    /// <summary>One of the facets.</summary>
    public FacetCounter this[int facet] => _facets[facet];

    /// <summary>The place of the facet of a field; -1 where there is none.</summary>
    public int IndexOf(string name) => Array.FindIndex(
        _facets, facet => string.Equals(facet.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Begins a segment.</summary>
    public void Begin(SegmentView segment)
    {
        foreach (FacetCounter facet in _facets)
        {
            facet.Begin(segment);
        }

        for (int i = 0; i + 1 < _facets.Length; i++)
        {
            _pairs[i] = CodePairCounts.Of(_facets[i].Counts, _facets[i + 1].Counts);
            i += _pairs[i] is null ? 0 : 1;
        }
    }

    /// <summary>Counts a hit for all facets.</summary>
    public void Count(int docId)
    {
        _batch.Add(docId);
        if (_batch.IsFull)
        {
            Count(_batch.Docs);
            _batch.Clear();
        }
    }

    /// <summary>Counts hits for all facets.</summary>
    public void Count(ReadOnlySpan<int> docs)
    {
        for (int i = 0; i < _facets.Length; i++)
        {
            if (_pairs[i] is { } pair)
            {
                pair.Add(docs);
                i++;
            }
            else
            {
                _facets[i].Count(docs);
            }
        }
    }

    /// <summary>Counts the hits of a window for all facets.</summary>
    /// <param name="start">First document of the window.</param>
    /// <param name="hits">A bit a document.</param>
    public void Count(int start, ReadOnlySpan<ulong> hits)
    {
        int room = (hits.Length * 64) + SetBits.Slack;
        if (_docs.Length < room)
        {
            _docs = ArrayPool<int>.Shared.Rent(room);
        }

        Count(_docs.AsSpan(0, SetBits.List(hits, start, _docs)));
    }

    /// <summary>Ends the segment.</summary>
    public void End()
    {
        Count(_batch.Docs);
        _batch.Return();
        for (int i = 0; i < _pairs.Length; i++)
        {
            _pairs[i]?.Dispose();
            _pairs[i] = null;
        }

        foreach (FacetCounter facet in _facets)
        {
            facet.End();
        }

        if (_docs.Length > 0)
        {
            ArrayPool<int>.Shared.Return(_docs);
            _docs = [];
        }
    }

    /// <summary>The values of each facet, in the order of the requests.</summary>
    public IReadOnlyList<FacetValue>[] Values() => Array.ConvertAll(_facets, facet => facet.Values());
}
