namespace Search.Engine.Searching.Reranking;

/// <summary>
/// What counts for the order of the best hits beside BM25 over the asked field: how close the words stand together,
/// whether they stand as written, and whether other fields hold them. Each is scored by BM25 itself, so that one weight
/// a feature says how much it counts. The weights were chosen once, over five test collections together; there is none
/// by collection or by query.
/// </summary>
public sealed record RankingFeatures
{
    /// <summary>How many of the best hits by BM25 are ordered anew; those behind keep their order.</summary>
    public int Depth { get; init; } = 200;

    /// <summary>Weight of neighbouring words of the query standing close together, a sloppy phrase a pair.</summary>
    public float Closeness { get; init; } = 0.1f;

    /// <summary>Lucene's slop of such a pair: the nearer, the more it counts.</summary>
    public int Slop { get; init; } = 10;

    /// <summary>Weight of a word standing as written rather than inflected.</summary>
    public float ExactForm { get; init; } = 0.05f;

    /// <summary>Other text fields that count where they hold the words.</summary>
    public IReadOnlyList<FieldWeight> Fields { get; init; } = [];
}

/// <summary>How much a field counts beside the one that is asked.</summary>
/// <param name="Field">A text field.</param>
/// <param name="Weight">Factor of its BM25, not negative.</param>
public sealed record FieldWeight(string Field, float Weight);
