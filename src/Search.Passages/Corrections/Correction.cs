namespace Search.Passages.Corrections;

/// <summary>What may have been meant by a stretch of a query.</summary>
/// <param name="Start">Where it begins in the query, in UTF-16 code units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">What stands there instead.</param>
/// <param name="Likelihood">The logarithm, but for a constant, of how likely that is.</param>
internal sealed record Correction(int Start, int End, string Text, double Likelihood);
