using System.Diagnostics;
using System.Globalization;
using Search.Bench.Inputs;
using Search.Bench.Measuring;

namespace Search.Bench.Engines;

/// <summary>
/// How long an index takes to open, and its first query, in a process of its own: the process has opened and searched
/// before, so that compiling is not measured, but every opening maps the file anew and checks its pages anew.
/// </summary>
/// <param name="ColdMilliseconds">The process's very first opening, compiling included.</param>
/// <param name="OpenMilliseconds">Median of the later ones.</param>
/// <param name="FirstMicroseconds">Median over queries of the first query after an opening.</param>
/// <param name="WarmMicroseconds">Median of the same queries run again.</param>
internal sealed record Opening(
    double ColdMilliseconds, double OpenMilliseconds, double FirstMicroseconds, double WarmMicroseconds)
{
    /// <summary>The verb of the process.</summary>
    public const string Verb = "open";

    private const int Openings = 40;

    /// <summary>Measures in a new process.</summary>
    public static Opening Run(string folder, string queries)
    {
        double[] numbers =
        [
            .. OwnProcess.Run(Verb, folder, queries).Split(' ')
                .Select(number => double.Parse(number, CultureInfo.InvariantCulture)),
        ];
        return new Opening(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /// <summary>Measures in this process; returns what <see cref="Run"/> reads.</summary>
    public static string Measure(string folder, string queriesPath)
    {
        IReadOnlyList<ClassQuery> all = ClassQuery.ReadFile(queriesPath);
        ClassQuery[] words = [.. all.Where(query => query.Shape == QueryShape.Term)];
        ClassQuery[] queries = [.. (words.Length > 0 ? words : all).TakeLast(Openings)]; // the rare ones stand last
        long[] opens = new long[queries.Length];
        long[] firsts = new long[queries.Length];
        long[] warms = new long[queries.Length];
        double cold = 0;
        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < queries.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                using OwnEngine engine = OwnEngine.Open(folder, IndexShape.Plain);
                opens[i] = (long)Stopwatch.GetElapsedTime(start).TotalNanoseconds;
                cold = round == 0 && i == 0 ? opens[i] / 1e6 : cold;
                firsts[i] = engine.Run(OwnRequests.Counted(queries[i])).BestNanoseconds;
                warms[i] = engine.Run(OwnRequests.Counted(queries[i])).BestNanoseconds;
            }
        }

        double open = ClassTimes.Of(opens).Median / 1000;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{cold:F3} {open:F3} {ClassTimes.Of(firsts).Median:F1} {ClassTimes.Of(warms).Median:F1}");
    }
}
