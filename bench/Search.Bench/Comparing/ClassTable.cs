using System.Globalization;
using Search.Bench.Inputs;
using Search.Bench.Measuring;

namespace Search.Bench.Comparing;

/// <summary>Medians, 99th percentiles and ratios a class.</summary>
internal static class ClassTable
{
    /// <summary>Writes the table and says where hit counts differ.</summary>
    /// <returns>0, or 1 where they differ.</returns>
    public static int Write(
        TextWriter output,
        IReadOnlyList<ClassQuery> queries,
        IReadOnlyList<QueryTiming> ours,
        IReadOnlyList<QueryTiming>? exact,
        IReadOnlyList<QueryTiming>? pruned)
    {
        output.WriteLine();
        output.WriteLine("Microseconds, each query's best round: median / p99 over the class; exact count and top 10.");
        output.WriteLine("| class | hits | ours | Lucene exact | ratio | Lucene pruned | ratio |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        int[] all = [.. Enumerable.Range(0, queries.Count)];
        foreach (IGrouping<string, int> group in all.GroupBy(i => queries[i].Class))
        {
            int[] members = [.. group];
            ClassTimes own = Times(ours, members);
            string row = string.Create(
                CultureInfo.InvariantCulture,
                $"| {group.Key} | {members.Average(i => ours[i].Hits):F0} | {own.Median:F1} / {own.P99:F1} |");
            output.WriteLine(row + Peer(exact, members, own) + Peer(pruned, members, own));
        }

        int[] differing = exact is null ? [] : [.. all.Where(i => ours[i].Hits != exact[i].Hits)];
        foreach (int i in differing)
        {
            string words = string.Join(' ', queries[i].Words);
            output.WriteLine($"hits differ: {queries[i].Class} '{words}': {ours[i].Hits} and {exact![i].Hits}");
        }

        return differing.Length == 0 ? 0 : 1;
    }

    private static string Peer(IReadOnlyList<QueryTiming>? timings, int[] members, ClassTimes own)
    {
        if (timings is null)
        {
            return " – | – |";
        }

        ClassTimes peer = Times(timings, members);
        return string.Create(
            CultureInfo.InvariantCulture,
            $" {peer.Median:F1} / {peer.P99:F1} | {peer.Median / own.Median:F1} / {peer.P99 / own.P99:F1} |");
    }

    private static ClassTimes Times(IReadOnlyList<QueryTiming> timings, int[] members) =>
        ClassTimes.Of(members.Select(i => timings[i].BestNanoseconds));
}
