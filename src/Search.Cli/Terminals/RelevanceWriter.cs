using System.Globalization;
using Search.Passages.Measuring;
using Search.Passages.Search;

namespace Search.Cli.Terminals;

/// <summary>Writes measured relevance for the eye, and what was found in trec_eval's format.</summary>
internal static class RelevanceWriter
{
    private const int LabelWidth = 44;

    /// <summary>Writes the figures of one collection, ours above those measured elsewhere.</summary>
    public static void Write(TextWriter output, RelevanceReport report)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Collection}: {report.Documents} documents, {report.Questions} questions, {report.Qrels}"));
        Heading(output);
        foreach (RelevanceRun run in report.Runs)
        {
            string time = string.Create(
                CultureInfo.InvariantCulture, $"  {run.MeanTime.TotalMilliseconds:0.00} ms a question");
            Line(output, Name(run.Ranking), run.Quality, time);
        }

        foreach (Baseline baseline in report.Baselines)
        {
            Line(output, baseline.Setting, baseline.Quality);
        }

        output.WriteLine();
    }

    /// <summary>Writes the means over collections, each counting the same.</summary>
    public static void WriteMeans(TextWriter output, IReadOnlyList<RelevanceReport> reports)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"mean of {reports.Count} collections"));
        Heading(output);
        foreach (IGrouping<PassageRanking, RelevanceRun> group in
            reports.SelectMany(report => report.Runs).GroupBy(run => run.Ranking))
        {
            Line(output, Name(group.Key), MeasuredQuality.Mean([.. group.Select(run => run.Quality)]));
        }
    }

    /// <summary>Writes a file a run, <c>COLLECTION.RANKING.run</c>; none where no folder is given.</summary>
    public static void WriteRuns(string? folder, RelevanceReport report)
    {
        foreach (RelevanceRun run in folder is null ? [] : report.Runs)
        {
            Directory.CreateDirectory(folder!);
            string name = PassageRankings.Name(run.Ranking);
            using var file = new StreamWriter(Path.Combine(folder!, $"{report.Collection}.{name}.run"));
            foreach (RelevanceAnswer answer in run.Answers)
            {
                for (int place = 0; place < answer.Ranked.Count; place++)
                {
                    (string document, float score) = answer.Ranked.Scored[place];
                    file.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{answer.Question} Q0 {document} {place + 1} {score:R} search-{name}"));
                }
            }
        }
    }

    private static string Name(PassageRanking ranking) => "search, " + PassageRankings.Name(ranking);

    private static void Heading(TextWriter output) =>
        output.WriteLine($"  {"",-LabelWidth} nDCG@10     MAP    P@10   R@100");

    private static void Line(TextWriter output, string label, MeasuredQuality quality, string more = "") =>
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {label,-LabelWidth}{quality.Ndcg10,8:0.0000}{quality.Map,8:0.0000}{quality.P10,8:0.0000}"
            + $"{quality.R100,8:0.0000}{more}"));
}
