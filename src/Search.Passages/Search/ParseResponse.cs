namespace Search.Passages.Search;

/// <summary>How a query is read, without searching.</summary>
/// <param name="Generation">The generation whose words the patterns come to; null before the first.</param>
/// <param name="Query">The reading, as a search would give it.</param>
public sealed record ParseResponse(long? Generation, QueryReading Query);
