namespace Search.Bench.Comparing;

/// <summary>What is measured side by side.</summary>
internal enum Side
{
    /// <summary>Ours, the exact count and the ten best.</summary>
    Ours,

    /// <summary>Ours with the counts of four themes and of fifty issuers beside.</summary>
    OursFaceted,

    /// <summary>Ours, the ten best without the count.</summary>
    OursUncounted,

    /// <summary>Lucene, the exact count and the ten best.</summary>
    LuceneExact,

    /// <summary>Lucene, the ten best and a count that may stop at 1,000.</summary>
    LucenePruned,

    /// <summary>SQLite FTS5, the count and the ten best by two statements.</summary>
    Sqlite,
}
