namespace Search.Engine.Searching;

/// <summary>Asks for the values of a keyword field and how many hits have each.</summary>
/// <param name="Field">A keyword field.</param>
/// <param name="Size">Most values, the most frequent ones.</param>
public sealed record FacetRequest(string Field, int Size = 50);

/// <summary>A value of a facet.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">Hits that have it.</param>
public readonly record struct FacetValue(string Value, long Count);
