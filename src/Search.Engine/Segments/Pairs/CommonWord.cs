using Search.Engine.Segments.Terms;

namespace Search.Engine.Segments.Pairs;

/// <summary>A word of which pairs are made.</summary>
/// <param name="Term">The term, UTF-8.</param>
/// <param name="Entry">What the dictionary of the segment says of it.</param>
internal readonly record struct CommonWord(byte[] Term, TermEntry Entry);
