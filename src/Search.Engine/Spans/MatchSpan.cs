namespace Search.Engine.Spans;

/// <summary>
/// A stretch of a text that a query matched: whole words, in UTF-16 code units of the text, half-open.
/// </summary>
/// <param name="Field">Name of the text field.</param>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="End">Offset behind the last code unit.</param>
public readonly record struct MatchSpan(string Field, int Start, int End);
