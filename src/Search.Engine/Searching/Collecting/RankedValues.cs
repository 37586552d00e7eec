using System.Collections;

namespace Search.Engine.Searching.Collecting;

/// <summary>
/// The score of a hit and the value of one field, which is read when it is first asked for: most hits of a segment are
/// told apart by numbers. Must not leave the search, since what it reads belongs to the search.
/// </summary>
/// <param name="score">The score.</param>
/// <param name="key">The field over the hit's segment.</param>
/// <param name="docId">The document.</param>
/// <param name="rank">The document's number by the key.</param>
internal sealed class RankedValues(float score, SegmentKey key, int docId, long rank) : IReadOnlyList<SortValue>
{
    private SortValue? _value;

    private SegmentKey Key => key;

    private float Score => score;

    private long Rank => rank;

    /// <inheritdoc/>
    public int Count => 2;

    /// <inheritdoc/>
    public SortValue this[int index] => index switch
    {
        0 => SortValue.OfScore(score),
        1 => _value ??= key.Value(docId, score),
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "There are two values."),
    };

    /// <summary>The same with another score.</summary>
    public RankedValues With(float other) => new(other, key, docId, rank);

    /// <summary>Whether numbers tell which of two stands first.</summary>
    public bool IsBeside(RankedValues other) => ReferenceEquals(key, other.Key);

    /// <summary>Compares with those of a hit of the same segment.</summary>
    public int CompareTo(RankedValues other) =>
        score != other.Score ? other.Score.CompareTo(score) : rank.CompareTo(other.Rank);

    /// <inheritdoc/>
    public IEnumerator<SortValue> GetEnumerator()
    {
        yield return this[0];
        yield return this[1];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
