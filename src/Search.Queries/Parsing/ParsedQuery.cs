using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>What the parser made of an input.</summary>
/// <param name="Input">The input as it came.</param>
/// <param name="Query">The tree; <see cref="MatchNoneQuery"/> where nothing is left to ask.</param>
/// <param name="Repairs">What had to be mended, in order of position; empty for a well-formed input.</param>
public sealed record ParsedQuery(string Input, Query Query, IReadOnlyList<QueryRepair> Repairs);

/// <summary>Something of the input that was mended, left out or taken as text.</summary>
/// <param name="Code">Stable code, such as <c>unbalanced-quote</c>.</param>
/// <param name="Position">Offset in UTF-16 code units of the input.</param>
/// <param name="Length">Length in UTF-16 code units; 0 for a place between two characters.</param>
/// <param name="Message">One sentence for the user: what was wrong and what was made of it.</param>
public sealed record QueryRepair(string Code, int Position, int Length, string Message);
