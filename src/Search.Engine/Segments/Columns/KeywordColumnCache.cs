namespace Search.Engine.Segments.Columns;

/// <summary>
/// What is kept of a keyword column on disk between searches. Safe for use by several threads: whatever two of them
/// find out at once is the same.
/// </summary>
internal sealed class KeywordColumnCache
{
    /// <summary>The most values that are kept.</summary>
    private const int MostTexts = 4096;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="valueCount">Number of distinct values.</param>
    public KeywordColumnCache(int valueCount)
    {
        Texts = new string?[valueCount <= MostTexts ? valueCount : 0];
    }

    /// <summary>Values that were read before, by ordinal; empty where there are too many to keep.</summary>
    public string?[] Texts { get; }

    /// <summary>Whether every code was found to stand for a set.</summary>
    public bool AreCodesChecked { get; set; }
}
