namespace Search.Engine.Matching.Nearness;

/// <summary>Neighbouring words that a query matched.</summary>
/// <param name="Start">Position of the first.</param>
/// <param name="End">Position of the last.</param>
internal readonly record struct Mark(int Start, int End);

/// <summary>One match of a node within a document.</summary>
/// <param name="Start">Position of its first word.</param>
/// <param name="End">Position of its last word.</param>
/// <param name="FirstMark">Its first mark in the list it belongs to.</param>
/// <param name="MarkCount">How many marks it has; 0 where marks are not kept.</param>
internal readonly record struct Occurrence(int Start, int End, int FirstMark, int MarkCount);
