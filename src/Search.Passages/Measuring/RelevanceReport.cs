using Search.Passages.Search;

namespace Search.Passages.Measuring;

/// <summary>How well one collection's questions are answered.</summary>
/// <param name="Collection">Name of the collection.</param>
/// <param name="Qrels">Name of the file of judgments.</param>
/// <param name="Documents">Number of its documents.</param>
/// <param name="Questions">Number of its questions with a relevant document; the means are over these.</param>
/// <param name="Runs">Our figures, a ranking each.</param>
/// <param name="Baselines">Figures measured elsewhere, as <c>BASELINES.md</c> gives them.</param>
public sealed record RelevanceReport(
    string Collection,
    string Qrels,
    long Documents,
    int Questions,
    IReadOnlyList<RelevanceRun> Runs,
    IReadOnlyList<Baseline> Baselines);

/// <summary>One ranking over one collection.</summary>
/// <param name="Ranking">The ranking.</param>
/// <param name="Quality">Means over the questions.</param>
/// <param name="Answers">What was found for each question.</param>
/// <param name="MeanTime">Time of one question, on the average.</param>
public sealed record RelevanceRun(
    PassageRanking Ranking, MeasuredQuality Quality, IReadOnlyList<RelevanceAnswer> Answers, TimeSpan MeanTime);

/// <summary>What was found for one question.</summary>
public sealed record RelevanceAnswer(string Question, RankedList Ranked, MeasuredQuality Quality);

/// <summary>Figures measured elsewhere.</summary>
/// <param name="Setting">The system and its settings.</param>
/// <param name="Quality">The figures.</param>
public sealed record Baseline(string Setting, MeasuredQuality Quality);
