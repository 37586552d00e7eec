using Search.Bench.Inputs;
using Search.Bench.Measuring;

namespace Search.Bench.Comparing;

/// <summary>Bars 1 to 4: how many times as fast as Lucene a class must be, median and 99th percentile alike.</summary>
internal static class QueryBars
{
    private const double WithFacets = 4;
    private const double Uncounted = 2;

    /// <summary>
    /// What noise may make of two equal times: a side that must never be slower than another may be by this much.
    /// </summary>
    private const double Noise = 1.05;

    /// <summary>Judges a measurement; empty where Lucene did not take part.</summary>
    public static IReadOnlyList<BarRow> Judge(Measurement all) =>
        [.. all.Classes.SelectMany(name => Judge(all, name))];

    /// <summary>The bar of a class with an exact count, and its row.</summary>
    public static (int Number, double Least) Exact(string name) => name switch
    {
        _ when name.StartsWith("phrase_common", StringComparison.Ordinal) => (2, 6),
        _ when name.StartsWith("term_rare", StringComparison.Ordinal) => (3, 1),
        "or" => (1, 6),
        _ => new ClassQuery(name, []).Shape switch
        {
            QueryShape.Term or QueryShape.Or => (1, 8),
            QueryShape.And => (2, 5),
            QueryShape.Phrase => (2, 4),
            _ => (3, 3),
        },
    };

    private static IEnumerable<BarRow> Judge(Measurement all, string name)
    {
        ClassTimes? exact = all.Times(Side.LuceneExact, name);
        ClassTimes? pruned = all.Times(Side.LucenePruned, name);
        ClassTimes? ours = all.Times(Side.Ours, name);
        (int number, double least) = Exact(name);
        if (exact is { } theirs && ours is { } own)
        {
            yield return BarRow.AtLeast(number, $"{name}: exact count", theirs.Over(own), least);
            if (number == 1 && all.Times(Side.OursFaceted, name) is { } faceted)
            {
                yield return BarRow.AtLeast(1, $"{name}: count and facets", theirs.Over(faceted), WithFacets);
            }
        }

        if (all.Times(Side.OursUncounted, name) is { } uncounted && ours is { } counted)
        {
            ClassTimes ratio = uncounted.Over(counted);
            double worse = Math.Max(ratio.Median, ratio.P99);
            yield return BarRow.AtMost(4, $"{name}: without the count, against with it", worse, Noise, "times");
            if (pruned is { } stopping && !name.StartsWith("term_rare", StringComparison.Ordinal))
            {
                yield return BarRow.AtLeast(4, $"{name}: without the count", stopping.Over(uncounted), Uncounted);
            }
        }
    }
}
