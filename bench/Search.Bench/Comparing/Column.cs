using Search.Bench.Measuring;

namespace Search.Bench.Comparing;

/// <summary>One engine's answers.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Timings">One a query, in the order of the queries; null where the engine cannot answer.</param>
/// <param name="CountsExactly">Whether its hits are exact and must equal ours.</param>
internal sealed record Column(string Name, IReadOnlyList<QueryTiming?> Timings, bool CountsExactly = true);
