using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching;

/// <summary>A term of a segment and what its frequency is worth.</summary>
/// <param name="Entry">What the dictionary says of the term.</param>
/// <param name="Score">What a frequency is worth.</param>
internal readonly record struct WeighedTerm(TermEntry Entry, FrequencyScore Score);
