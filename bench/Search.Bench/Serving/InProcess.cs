using System.Diagnostics;
using System.Globalization;
using Search.Bench.Inputs;
using Search.Bench.Measuring;
using Search.Passages;
using Search.Passages.Search;

namespace Search.Bench.Serving;

/// <summary>The requests of each class, one behind the other on one thread, without HTTP and JSON.</summary>
internal static class InProcess
{
    /// <summary>The verb of the process.</summary>
    public const string Verb = "in-process";

    /// <summary>Measures all classes.</summary>
    /// <param name="words">Folders of corpus and index, file of queries, seconds a class.</param>
    /// <returns>The classes, each as <see cref="ServedClass.Write"/>, parted by blanks.</returns>
    public static string Measure(string[] words)
    {
        var served = new ServedCorpus(words[0], words[1]);
        var span = TimeSpan.FromSeconds(int.Parse(words[3], CultureInfo.InvariantCulture));
        IReadOnlyList<ClassQuery> queries = QuerySet.Read(words[2], keepsStopWords: true);
        using PassageIndex index = PassageIndex.Open(served.Options);
        List<string> classes = [];
        foreach (IGrouping<string, ClassQuery> group in queries.GroupBy(query => query.Class))
        {
            PassageRequest[] requests = [.. group.Select(ServedQueries.Request)];
            _ = Run(index, requests, span);
            (long count, TimeSpan time, ClassTimes times) = Run(index, requests, span);
            classes.Add(new ServedClass(
                group.Key, count / time.TotalSeconds, times.Median, times.P99, 0).Write());
        }

        return string.Join(' ', classes);
    }

    private static (long Count, TimeSpan Time, ClassTimes Times) Run(
        PassageIndex index, PassageRequest[] requests, TimeSpan span)
    {
        var times = new List<long>();
        long start = Stopwatch.GetTimestamp();
        do
        {
            foreach (PassageRequest request in requests)
            {
                long from = Stopwatch.GetTimestamp();
                _ = index.Search(request);
                times.Add((long)Stopwatch.GetElapsedTime(from).TotalNanoseconds);
            }
        }
        while (Stopwatch.GetElapsedTime(start) < span);
        return (times.Count, Stopwatch.GetElapsedTime(start), ClassTimes.Of(times));
    }
}
