namespace Search.Bench.Measuring;

/// <summary>What one engine made of one query: the best of all rounds.</summary>
/// <param name="Hits">Documents that match; a lower bound where the engine may stop counting.</param>
/// <param name="BestNanoseconds">Shortest time of a round.</param>
/// <param name="Top">The best documents and their scores, best first.</param>
internal sealed record QueryTiming(long Hits, long BestNanoseconds, IReadOnlyList<ScoredDoc> Top);

/// <summary>A document and its score.</summary>
internal readonly record struct ScoredDoc(int Doc, float Score);
