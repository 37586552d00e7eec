using System.Globalization;
using Search.Bench.Measuring;

namespace Search.Bench.Comparing;

/// <summary>Holds the sides to each other: counts must be equal, and the ten best scores as good as equal.</summary>
internal static class Equality
{
    /// <summary>How far single-precision scores that were summed in another order may lie apart.</summary>
    private const double Tolerance = 1e-6;

    private const int MostShown = 20;

    /// <summary>Writes what differs, and returns in how many answers.</summary>
    public static int Write(TextWriter output, Measurement all)
    {
        List<string> differences = [.. Differences(all)];
        foreach (string difference in differences.Take(MostShown))
        {
            output.WriteLine(difference);
        }

        output.WriteLine();
        output.WriteLine(differences.Count == 0
            ? $"Hit counts and scores of {all.Queries.Count} queries: equal on all sides."
            : $"{differences.Count} answers differ.");
        return differences.Count;
    }

    /// <summary>Whether two lists of the best documents have the same scores, place by place.</summary>
    public static bool HaveSameScores(IReadOnlyList<ScoredDoc> ours, IReadOnlyList<ScoredDoc> theirs) =>
        ours.Count == theirs.Count
        && ours.Zip(theirs).All(pair =>
            Math.Abs(pair.First.Score - pair.Second.Score) <= Tolerance * Math.Abs(pair.Second.Score));

    private static IEnumerable<string> Differences(Measurement all)
    {
        Column ours = all.Columns[0];
        foreach (Column column in all.Columns.Skip(1))
        {
            for (int i = 0; i < all.Queries.Count; i++)
            {
                if (ours.Timings[i] is not { } own || column.Timings[i] is not { } other)
                {
                    continue;
                }

                string query = $"{all.Queries[i].Class} '{string.Join(' ', all.Queries[i].Words)}'";
                if (column.CountsExactly && own.Hits != other.Hits)
                {
                    yield return $"hits differ: {query}: ours {own.Hits}, {column.Name} {other.Hits}";
                }

                // SQLite ranks by another formula, and the best that Lucene finds while pruning are not asked for.
                bool isScored = column.Side is Side.OursFaceted or Side.OursUncounted or Side.LuceneExact;
                if (isScored && !HaveSameScores(own.Top, other.Top))
                {
                    yield return $"scores differ: {query}: ours {Shown(own.Top)}, {column.Name} {Shown(other.Top)}";
                }
            }
        }
    }

    private static string Shown(IReadOnlyList<ScoredDoc> top) =>
        string.Join(' ', top.Take(3).Select(Shown));

    private static string Shown(ScoredDoc doc) =>
        string.Create(CultureInfo.InvariantCulture, $"{doc.Doc}:{doc.Score:R}");
}
