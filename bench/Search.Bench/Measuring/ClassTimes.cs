namespace Search.Bench.Measuring;

/// <summary>Median and 99th percentile over the queries of a class, in microseconds.</summary>
internal readonly record struct ClassTimes(double Median, double P99)
{
    /// <summary>Sums up the best times of a class's queries.</summary>
    /// <param name="nanoseconds">One time a query, in any order; at least one.</param>
    public static ClassTimes Of(IEnumerable<long> nanoseconds)
    {
        long[] sorted = [.. nanoseconds.Order()];
        return new ClassTimes(Quantile(sorted, 0.5) / 1000, Quantile(sorted, 0.99) / 1000);
    }

    /// <summary>Linear interpolation between the two neighbours of the quantile.</summary>
    /// <param name="sorted">Ascending, not empty.</param>
    /// <param name="share">0 to 1.</param>
    public static double Quantile(ReadOnlySpan<long> sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }

    /// <summary>How many times this one's times are those of another.</summary>
    public ClassTimes Over(ClassTimes other) => new(Median / other.Median, P99 / other.P99);
}
