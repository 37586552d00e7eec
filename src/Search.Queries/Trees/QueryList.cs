using System.Collections;
using System.Runtime.CompilerServices;

namespace Search.Queries.Trees;

/// <summary>
/// An immutable list that is compared by its items, so that records holding one are compared by value.
/// </summary>
[CollectionBuilder(typeof(QueryList), nameof(QueryList.Create))]
public sealed class QueryList<T> : IReadOnlyList<T>, IEquatable<QueryList<T>>
{
    private readonly T[] _items;

    internal QueryList(ReadOnlySpan<T> items) => _items = items.ToArray();

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public bool Equals(QueryList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as QueryList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (T item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}

/// <summary>Builds lists for collection expressions.</summary>
public static class QueryList
{
    /// <summary>A list of these items.</summary>
    public static QueryList<T> Create<T>(ReadOnlySpan<T> items) => new(items);
}
