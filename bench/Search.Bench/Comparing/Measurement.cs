using Search.Bench.Inputs;
using Search.Bench.Measuring;

namespace Search.Bench.Comparing;

/// <summary>All answers of all sides to the same queries over the same passages.</summary>
/// <param name="Passages">Number of passages.</param>
/// <param name="Queries">The queries.</param>
/// <param name="Columns">The sides; ours comes first.</param>
internal sealed record Measurement(
    int Passages, IReadOnlyList<ClassQuery> Queries, IReadOnlyList<Column> Columns)
{
    /// <summary>The classes, in the order of the queries.</summary>
    public IEnumerable<string> Classes => Queries.Select(query => query.Class).Distinct(StringComparer.Ordinal);

    /// <summary>Numbers of the queries of a class.</summary>
    public IEnumerable<int> Members(string name) =>
        Enumerable.Range(0, Queries.Count).Where(i => Queries[i].Class.Equals(name, StringComparison.Ordinal));

    /// <summary>The answers of a side; null where it did not take part.</summary>
    public Column? Find(Side side) => Columns.FirstOrDefault(column => column.Side == side);

    /// <summary>Times of a side over a class; null where it has none.</summary>
    public ClassTimes? Times(Side side, string name)
    {
        Column? column = Find(side);
        long[] times = column is null
            ? []
            : [.. Members(name).Select(i => column.Timings[i]).OfType<QueryTiming>().Select(t => t.BestNanoseconds)];
        return times.Length == 0 ? null : ClassTimes.Of(times);
    }
}
