using System.Buffers;
using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Intersections;
using Search.Engine.Matching.Windows;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Searching.Collecting;

/// <summary>
/// Collects documents that hold all of several terms. A frequency is read only where the document could be among the
/// best with the greatest frequencies of its blocks.
/// </summary>
internal sealed class IntersectionCollector
{
    private const int BlockSize = BlockPostingsCursor.BlockSize;

    private readonly ScoreCollector _collector;
    private readonly TermIntersection _intersection;
    private readonly ScoreTable[] _tables;
    private readonly byte[] _norms = ArrayPool<byte>.Shared.Rent(TermIntersection.BatchSize);
    private readonly float[] _bounds = ArrayPool<float>.Shared.Rent(TermIntersection.BatchSize);

    private IntersectionCollector(ScoreCollector collector, TermMatchCursor[] terms)
    {
        _collector = collector;
        _intersection = new TermIntersection(Array.ConvertAll(terms, term => term.Blocks!)); // there with a table
        _tables = Array.ConvertAll(terms, term => new ScoreTable(term.Scores!));
    }

    /// <summary>
    /// The terms of a cursor that is a conjunction of different terms scored by tables; null for another.
    /// </summary>
    public static TermMatchCursor[]? TermsOf(MatchCursor cursor) =>
        cursor is ConjunctionCursor conjunction
        && Array.TrueForAll(conjunction.Clauses, clause => clause is TermMatchCursor { HasTable: true })
            ? Array.ConvertAll(conjunction.Clauses, clause => (TermMatchCursor)clause)
            : null;

    /// <summary>Collects a segment.</summary>
    /// <param name="collector">Receives the hits.</param>
    /// <param name="terms">The terms, in the order that scores are summed in; all have tables.</param>
    /// <param name="filter">What is no hit.</param>
    /// <param name="first">Place of document 0.</param>
    public static void Collect(
        ScoreCollector collector, TermMatchCursor[] terms, HitFilter filter, long first)
    {
        var intersection = new IntersectionCollector(collector, terms);
        intersection.Collect(filter, first);
        intersection.Return();
    }

    private void Collect(HitFilter filter, long first)
    {
        while (_intersection.Next() && !_collector.Clock.Look())
        {
            ReadOnlySpan<int> docs = _intersection.Docs;
            Bound(docs);
            if (filter.IsEmpty)
            {
                _collector.Count(docs.Length);
            }

            for (int i = 0; i < docs.Length; i++)
            {
                if ((filter.IsEmpty || filter.IsHit(docs[i])) && _bounds[i] > _collector.Threshold)
                {
                    _collector.Show(ScoreTable.Outside(Score(i, docs[i])), first + docs[i]);
                }
            }
        }
    }

    private void Return()
    {
        _intersection.Return();
        ArrayPool<byte>.Shared.Return(_norms);
        ArrayPool<float>.Shared.Return(_bounds);
        foreach (ScoreTable table in _tables)
        {
            table.Return();
        }
    }

    /// <summary>Sums what each document could score with the greatest frequencies of its blocks.</summary>
    private void Bound(ReadOnlySpan<int> docs)
    {
        Span<float> bounds = _bounds.AsSpan(0, docs.Length);
        Span<byte> own = _norms.AsSpan(0, docs.Length);
        bounds.Clear();
        ReadOnlySpan<byte> fetched = [];
        for (int list = 0; list < _tables.Length; list++)
        {
            ReadOnlySpan<byte> norms = _intersection.Postings[list].Norms; // lists may be of several fields
            if (norms != fetched)
            {
                fetched = norms;
                for (int i = 0; i < own.Length; i++)
                {
                    own[i] = norms[docs[i]];
                }
            }

            ReadOnlySpan<ulong> impacts = _intersection.Postings[list].BlockImpacts;
            ImpactScores.AddBounds(impacts, _intersection.Places(list), own, _tables[list], bounds);
        }
    }

    private float Score(int index, int doc)
    {
        float score = 0;
        for (int i = 0; i < _tables.Length; i++)
        {
            (int block, int at) = Math.DivRem(_intersection.Places(i)[index], BlockSize);
            BlockPostingsCursor postings = _intersection.Postings[i];
            score += _tables[i].Score(postings.FrequencyAt(block, at), postings.Norms[doc]);
        }

        return score;
    }
}
