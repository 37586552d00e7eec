namespace Search.Corpus.Paragraphs;

/// <summary>What a format's reader hands on.</summary>
/// <param name="Text">Text extracted from the file; blocks point into it.</param>
/// <param name="Blocks">Units in reading order.</param>
internal sealed record Extraction(string Text, IReadOnlyList<Block> Blocks)
{
    /// <summary>Pages of the file; null where the format has none.</summary>
    public int? Pages { get; init; }

    /// <summary>Encoding that was taken; null where the format fixes it.</summary>
    public string? Encoding { get; init; }
}
