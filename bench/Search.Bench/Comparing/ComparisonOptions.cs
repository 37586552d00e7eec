namespace Search.Bench.Comparing;

/// <summary>What <c>compare</c> and <c>grow</c> are asked.</summary>
/// <param name="Passages">A JSON lines file of passages or a folder of them.</param>
/// <param name="Queries">A file of lines <c>CLASS TAB WORDS</c>.</param>
/// <param name="KeepsStopWords">Whether stop words are indexed.</param>
/// <param name="Rounds">How often every query is run; the best counts.</param>
/// <param name="HasPeers">Whether the peers run too.</param>
/// <param name="Limit">Most passages, after shuffling.</param>
internal sealed record ComparisonOptions(
    string Passages, string Queries, bool KeepsStopWords, int Rounds, bool HasPeers, int Limit);
