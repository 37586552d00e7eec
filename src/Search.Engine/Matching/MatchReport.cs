using System.Buffers;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching;

/// <summary>
/// The bounds of a search on patterns, whether one of them was met, and the large arrays that it borrowed. Owned by
/// one search.
/// </summary>
internal sealed class MatchReport
{
    private const int LeastEntries = 64;

    private readonly List<ulong[]> _lent = [];
    private readonly List<(SegmentView Segment, PostingsCursor Postings)> _postings = [];
    private readonly List<TermEntry[]> _lentEntries = [];
    private readonly List<WeighedTerm[]> _lentTerms = [];

    /// <summary>Most terms of one pattern.</summary>
    public int MaxTerms { get; init; } = 1_000_000;

    /// <summary>Most terms of one pattern where each needs a cursor of its own: in phrases and near others.</summary>
    public int MaxOpenTerms { get; init; } = 16_384;

    /// <summary>Most terms of a fuzzy word; the closest are kept.</summary>
    public int MaxFuzzyTerms { get; init; } = 16_384;

    /// <summary>Whether some pattern came to more terms than are followed, so that hits may be missing.</summary>
    public bool HasTruncatedExpansion { get; set; }

    /// <summary>
    /// Lends an array of at least so many words, of which so many are zero, until <see cref="Return"/>; one that is
    /// never given back is only lost to others.
    /// </summary>
    public ulong[] Rent(int words)
    {
        ulong[] array = ArrayPool<ulong>.Shared.Rent(words);
        array.AsSpan(0, words).Clear();
        _lent.Add(array);
        return array;
    }

    /// <summary>
    /// Lends an array of entries that begins with those of another and has room for more, until <see cref="Return"/>.
    /// </summary>
    /// <param name="full">Lent before, and not used any more; or empty.</param>
    public TermEntry[] RentEntries(TermEntry[] full)
    {
        TermEntry[] array = ArrayPool<TermEntry>.Shared.Rent(Math.Max(2 * full.Length, LeastEntries));
        full.CopyTo(array, 0);
        _lentEntries.Add(array);
        if (full.Length > 0)
        {
            _lentEntries.Remove(full);
            ArrayPool<TermEntry>.Shared.Return(full);
        }

        return array;
    }

    /// <summary>Lends an array of at least so many terms, until <see cref="Return"/>.</summary>
    public WeighedTerm[] RentTerms(int count)
    {
        WeighedTerm[] array = ArrayPool<WeighedTerm>.Shared.Rent(count);
        _lentTerms.Add(array);
        return array;
    }

    /// <summary>The postings of a term, given back with the rest.</summary>
    public PostingsCursor Rent(SegmentView segment, InvertedField field, in TermEntry entry)
    {
        PostingsCursor postings = segment.Rent(field, entry);
        Keep(segment, postings);
        return postings;
    }

    /// <summary>The documents of a pair of words, given back with the rest.</summary>
    public PostingsCursor RentPair(SegmentView segment, InvertedField field, in TermEntry pair)
    {
        PostingsCursor postings = segment.RentPair(field, pair);
        Keep(segment, postings);
        return postings;
    }

    /// <summary>Gives all arrays back.</summary>
    public void Return()
    {
        foreach ((SegmentView segment, PostingsCursor postings) in _postings)
        {
            segment.Return(postings);
        }

        _postings.Clear();
        foreach (TermEntry[] array in _lentEntries)
        {
            ArrayPool<TermEntry>.Shared.Return(array);
        }

        _lentEntries.Clear();
        foreach (WeighedTerm[] array in _lentTerms)
        {
            ArrayPool<WeighedTerm>.Shared.Return(array, clearArray: true);
        }

        _lentTerms.Clear();
        foreach (ulong[] array in _lent)
        {
            ArrayPool<ulong>.Shared.Return(array);
        }

        _lent.Clear();
    }

    private void Keep(SegmentView segment, PostingsCursor postings)
    {
        if (postings is DiskPostingsCursor)
        {
            _postings.Add((segment, postings)); // others are not kept
        }
    }
}
