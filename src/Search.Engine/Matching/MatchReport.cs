using System.Buffers;

namespace Search.Engine.Matching;

/// <summary>
/// The bounds of a search on patterns, whether one of them was met, and the large arrays that it borrowed. Owned by
/// one search.
/// </summary>
internal sealed class MatchReport
{
    private readonly List<ulong[]> _lent = [];

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

    /// <summary>Gives all arrays back.</summary>
    public void Return()
    {
        foreach (ulong[] array in _lent)
        {
            ArrayPool<ulong>.Shared.Return(array);
        }

        _lent.Clear();
    }
}
