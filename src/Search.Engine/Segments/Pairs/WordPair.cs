using Search.Engine.Segments.Terms;

namespace Search.Engine.Segments.Pairs;

/// <summary>A pair of neighbouring words that has a list of its own.</summary>
/// <param name="First">Where the postings of the first word lie, as its entry says; tells which word it is.</param>
/// <param name="Second">Where those of the second lie.</param>
/// <param name="Entry">The documents that hold the two side by side, how often, and where the list lies.</param>
internal readonly record struct WordPair(long First, long Second, TermEntry Entry);
