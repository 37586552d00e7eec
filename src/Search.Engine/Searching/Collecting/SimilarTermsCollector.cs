using System.Buffers;
using System.Numerics;
using Search.Engine.Codecs;
using Search.Engine.Matching;
using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Windows;
using Search.Engine.Segments.Postings;
using Search.Engine.TopK;

namespace Search.Engine.Searching.Collecting;

/// <summary>
/// Collects the documents of terms that seldom stand together, one term behind the other. A bit a document counts them;
/// a bit that is set already tells of a document that holds several terms, whose score is summed up apart, once all of
/// those are known. Blocks that cannot hold one of the best are not scored.
/// </summary>
internal sealed class SimilarTermsCollector
{
    /// <summary>More hits than these are better kept in a heap.</summary>
    private const int MostHits = 100;

    /// <summary>Words of bits whose documents are counted for facets at a time.</summary>
    private const int FacetWords = WindowSource.Size / 64;

    private readonly SimilarTermsCursor _terms;
    private readonly BestDocs _best;
    private readonly int _length;

    // A bit for each document that holds some term, and one for each that holds several.
    private readonly ulong[] _some;
    private readonly ulong[] _several;
    private bool _isAnySeveral;

    private SimilarTermsCollector(ScoreCollector collector, SimilarTermsCursor terms)
    {
        _terms = terms;
        _best = new BestDocs(collector.Limit, collector.Threshold);
        _length = (terms.Segment.DocCount + 63) / 64;
        _some = ArrayPool<ulong>.Shared.Rent(_length);
        _several = ArrayPool<ulong>.Shared.Rent(_length);
        _some.AsSpan(0, _length).Clear();
        _several.AsSpan(0, _length).Clear();
    }

    /// <summary>Whether the first page of a search can be collected in this way.</summary>
    public static bool CanCollect(ScoreCollector collector, SimilarTermsCursor terms) =>
        collector is { KeepsFirst: true, Limit: > 0 and <= MostHits } && terms.Blocks is { Norms.IsEmpty: false };

    /// <summary>Collects a segment without deleted documents.</summary>
    /// <param name="collector">Receives the hits.</param>
    /// <param name="terms">The terms; not moved.</param>
    /// <param name="first">Place of document 0.</param>
    public static void Collect(ScoreCollector collector, SimilarTermsCursor terms, long first)
    {
        var own = new SimilarTermsCollector(collector, terms);
        PostingsCursor? postings = terms.Blocks;
        foreach (WeighedTerm term in terms.Terms)
        {
            if (collector.Clock.Look())
            {
                break;
            }

            postings = terms.Segment.Postings(terms.Field, term.Entry, postings);
            own.Add((BlockPostingsCursor)postings, term.Score); // as that of the first term
        }

        if (own._isAnySeveral)
        {
            own.SumSeveral(postings);
        }

        own.Count(collector);
        ArrayPool<ulong>.Shared.Return(own._some);
        ArrayPool<ulong>.Shared.Return(own._several);
        own.ShowBest(collector, first);
    }

    private void Count(ScoreCollector collector)
    {
        ReadOnlySpan<ulong> some = _some.AsSpan(0, _length);
        collector.Count(BitCount.Of(some));
        for (int word = 0; word < _length && !collector.Facets.IsEmpty; word += FacetWords)
        {
            collector.Facets.Count(word * 64, some.Slice(word, Math.Min(FacetWords, _length - word)));
        }
    }

    private void Add(BlockPostingsCursor postings, FrequencyScore score)
    {
        ReadOnlySpan<ulong> impacts = postings.BlockCount > 1 ? postings.BlockImpacts : [];
        Span<ulong> some = _some.AsSpan(0, _length);
        while (postings.NextBlock())
        {
            ReadOnlySpan<int> docs = postings.BlockDocs;
            foreach (int doc in docs)
            {
                ref ulong word = ref some[doc >> 6];
                ulong bit = 1UL << doc; // a shift counts modulo 64
                if ((word & bit) != 0)
                {
                    _several[doc >> 6] |= bit;
                    _isAnySeveral = true;
                }

                word |= bit;
            }

            float bound = impacts.IsEmpty ? score.Weight : ImpactScores.Bound(impacts[postings.Block], score);
            if (_best.Admits(bound))
            {
                Show(postings, score);
            }
        }
    }

    /// <summary>Shows the documents of a block, but for those met before: their sums are shown later.</summary>
    private void Show(BlockPostingsCursor postings, FrequencyScore score)
    {
        ReadOnlySpan<byte> norms = postings.Norms;
        ReadOnlySpan<int> docs = postings.BlockDocs;
        ReadOnlySpan<int> frequencies = postings.BlockFrequencies;
        for (int i = 0; i < docs.Length; i++)
        {
            int doc = docs[i];
            if ((_several[doc >> 6] & (1UL << doc)) == 0)
            {
                _best.Show(score.Score(frequencies[i], norms[doc]), doc);
            }
        }
    }

    /// <summary>
    /// Puts the sums of documents that hold several terms in the place of what they were shown with: no more than the
    /// sum, so that nothing was left out for their sake that is better than they are.
    /// </summary>
    private void SumSeveral(PostingsCursor? postings)
    {
        int count = (int)BitCount.Of(_several.AsSpan(0, _length));
        int[] rentedDocs = ArrayPool<int>.Shared.Rent(count);
        float[] rentedSums = ArrayPool<float>.Shared.Rent(count);
        Span<int> docs = rentedDocs.AsSpan(0, count);
        Span<float> sums = rentedSums.AsSpan(0, count);
        ListSeveral(docs);
        sums.Clear();
        _best.Remove(docs);
        foreach (WeighedTerm term in _terms.Terms)
        {
            postings = _terms.Segment.Postings(_terms.Field, term.Entry, postings);
            AddScores((BlockPostingsCursor)postings, term.Score, docs, sums); // as above
        }

        for (int i = 0; i < docs.Length; i++)
        {
            _best.Show(sums[i], docs[i]);
        }

        ArrayPool<int>.Shared.Return(rentedDocs);
        ArrayPool<float>.Shared.Return(rentedSums);
    }

    private void ListSeveral(Span<int> docs)
    {
        int count = 0;
        for (int i = 0; i < _length; i++)
        {
            for (ulong rest = _several[i]; rest != 0; rest &= rest - 1)
            {
                docs[count++] = (i * 64) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    /// <summary>Adds the scores of a term to the sums of the documents that hold several.</summary>
    private void AddScores(
        BlockPostingsCursor postings, FrequencyScore score, ReadOnlySpan<int> several, Span<float> sums)
    {
        ReadOnlySpan<byte> norms = postings.Norms;
        Span<int> found = stackalloc int[BlockProbe.BlockSize];
        Span<int> places = stackalloc int[BlockProbe.BlockSize];
        while (!several.IsEmpty && postings.SeekBlock(several[0]))
        {
            ReadOnlySpan<int> docs = postings.BlockDocs;
            if (docs.Length < BlockProbe.BlockSize)
            {
                AddShort(postings, score, several, sums);
                return;
            }

            // No more than there is room for: what is left of them leads to the same block again.
            ReadOnlySpan<int> candidates = several[..Math.Min(several.Length, BlockProbe.BlockSize)];
            candidates = candidates[..SortedSearch.CountBelow(candidates, docs[^1] + 1)];
            int count = BlockProbe.Find(docs, candidates, found, places);
            for (int i = 0; i < count; i++)
            {
                int place = places[i];
                sums[found[i]] += score.Score(postings.BlockFrequencies[place], norms[docs[place]]);
            }

            several = several[candidates.Length..];
            sums = sums[candidates.Length..];
        }
    }

    /// <summary>The same for the last block of a list, which often is all of it.</summary>
    private void AddShort(
        BlockPostingsCursor postings, FrequencyScore score, ReadOnlySpan<int> several, Span<float> sums)
    {
        ReadOnlySpan<int> docs = postings.BlockDocs;
        int at = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            int doc = docs[i];
            if (doc >= several[0] && (_several[doc >> 6] & (1UL << doc)) != 0)
            {
                at = SortedSearch.Gallop(several, at, doc);
                sums[at] += score.Score(postings.BlockFrequencies[i], postings.Norms[doc]);
            }
        }
    }

    private void ShowBest(ScoreCollector collector, long first)
    {
        // In the order of the documents, as the collector wants them.
        (float Score, int DocId)[] items = _best.Items.ToArray();
        Array.Sort(items, static (left, right) => left.DocId.CompareTo(right.DocId));
        foreach ((float score, int docId) in items)
        {
            collector.Show(score, first + docId);
        }
    }
}
