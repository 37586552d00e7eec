namespace Search.Engine.Searching;

/// <summary>Where a document lies in a snapshot; of no meaning in another one.</summary>
/// <param name="Segment">Place of its segment in the snapshot.</param>
/// <param name="DocId">Its doc id there.</param>
public readonly record struct DocAddress(int Segment, int DocId) : IComparable<DocAddress>
{
    /// <inheritdoc/>
    public int CompareTo(DocAddress other) =>
        Segment != other.Segment ? Segment.CompareTo(other.Segment) : DocId.CompareTo(other.DocId);

    /// <summary>Whether one stands before another.</summary>
    public static bool operator <(DocAddress left, DocAddress right) => left.CompareTo(right) < 0;

    /// <summary>Whether one stands behind another.</summary>
    public static bool operator >(DocAddress left, DocAddress right) => left.CompareTo(right) > 0;

    /// <summary>Whether one does not stand behind another.</summary>
    public static bool operator <=(DocAddress left, DocAddress right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one does not stand before another.</summary>
    public static bool operator >=(DocAddress left, DocAddress right) => left.CompareTo(right) >= 0;
}
