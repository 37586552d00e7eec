using System.Diagnostics;
using Search.Passages.Search;
using Search.Queries.Trees;
using Search.Text.Analysis;

namespace Search.Passages.Measuring;

/// <summary>Measures the rankings over a test collection.</summary>
public static class RelevanceEvaluation
{
    /// <summary>Measures.</summary>
    /// <param name="folder">Folder of one collection.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops between two questions.</param>
    /// <exception cref="CollectionException">A file is missing or cannot be read.</exception>
    public static RelevanceReport Run(
        string folder, RelevanceOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var collection = QuestionSet.Open(folder, options.Qrels);
        Analyzer analyzer = options.KeepsStopWords ? Analyzers.English : StopWordAnalyzer.Instance;
        using var index = CollectionIndex.Build(collection.Documents(), analyzer);
        return new RelevanceReport(
            collection.Name,
            options.Qrels,
            index.DocCount,
            collection.Questions.Count,
            [.. options.Rankings.Select(ranking => Run(collection, index, options, ranking, cancellation))],
            BaselineFile.Read(folder, collection.Name, options.Qrels));
    }

    private static RelevanceRun Run(
        QuestionSet collection, CollectionIndex index, RelevanceOptions options, PassageRanking ranking,
        CancellationToken cancellation)
    {
        Occur occur = options.IsOr ? Occur.Should : Occur.Must;
        List<RelevanceAnswer> answers = [];
        long start = Stopwatch.GetTimestamp();
        foreach (Question question in collection.Questions)
        {
            cancellation.ThrowIfCancellationRequested();
            RankedList ranked = index.Search(question.Text, occur, ranking);
            var quality = MeasuredQuality.Of(ranked, collection.Judgments[question.Id]);
            answers.Add(new RelevanceAnswer(question.Id, ranked, quality));
        }

        TimeSpan time = Stopwatch.GetElapsedTime(start) / Math.Max(1, answers.Count);
        return new RelevanceRun(
            ranking, MeasuredQuality.Mean([.. answers.Select(answer => answer.Quality)]), answers, time);
    }
}

/// <summary>How a collection is measured.</summary>
public sealed record RelevanceOptions
{
    /// <summary>The rankings, in the order they are shown.</summary>
    public IReadOnlyList<PassageRanking> Rankings { get; init; } = [PassageRanking.Bm25, PassageRanking.Default];

    /// <summary>Whether a document needs only one of a question's words.</summary>
    public bool IsOr { get; init; } = true;

    /// <summary>Name of the file of judgments.</summary>
    public string Qrels { get; init; } = "qrels.tsv";

    /// <summary>Whether words such as "the" count, as they do in the product.</summary>
    public bool KeepsStopWords { get; init; }
}
