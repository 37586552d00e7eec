namespace Search.Corpus.Documents;

/// <summary>A value and where it came from.</summary>
/// <param name="Value">The value.</param>
/// <param name="Origin">Where it was found.</param>
public sealed record Attributed<T>(T Value, MetadataOrigin Origin);
