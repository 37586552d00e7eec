using System.Diagnostics;
using System.Globalization;
using Search.Bench.Comparing;
using Search.Bench.Engines;
using Search.Bench.Inputs;
using Search.Passages;
using Search.Passages.Indexing;

namespace Search.Bench.Serving;

/// <summary>
/// <c>http</c>: ten highlighted hits with facets, class by class, from the real service under <c>wrk</c>, and the same
/// requests in process on the same core; judges bar 9.
/// </summary>
internal static class HttpComparison
{
    private const double LeastRate = 0.5;
    private const double MostSpread = 5;
    private const string Announcement = "http://";

    /// <summary>Runs both.</summary>
    /// <returns>The exit code: 0, or 1 where a request failed, or 2 where there is no <c>wrk</c>.</returns>
    public static int Run(string passages, string queriesPath, int limit, int seconds, TextWriter output)
    {
        if (!Wrk.IsPresent)
        {
            output.WriteLine("There is no 'wrk' on the path (Debian: wrk).");
            return 2;
        }

        string folder = Directory.CreateTempSubdirectory("search-bench").FullName;
        try
        {
            var served = new ServedCorpus(Path.Combine(folder, "corpus"), Path.Combine(folder, "index"));
            Build(served, passages, limit, output);
            ServedClass[] inProcess = InProcessTimes(served, queriesPath, seconds);
            ServedClass[] http = [.. HttpTimes(served, queriesPath, seconds, folder)];
            Write(output, inProcess, http);
            return http.Any(one => one.Failures > 0) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Build(ServedCorpus served, string passages, int limit, TextWriter output)
    {
        int count = served.Write(passages, limit);
        using PassageIndex index = PassageIndex.Open(served.Options);
        IndexRun run = index.ReindexAsync().GetAwaiter().GetResult();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} passages in {run.Documents} documents, read, split, tagged and indexed as {run.Units} in " +
            $"{run.Seconds:F1} s."));
    }

    private static ServedClass[] InProcessTimes(ServedCorpus served, string queriesPath, int seconds)
    {
        string duration = seconds.ToString(CultureInfo.InvariantCulture);
        using Process process = OwnProcess.Start(
            AsProduct(), InProcess.Verb, served.Corpus, served.Index, queriesPath, duration);
        string line = process.StandardOutput.ReadToEnd().TrimEnd().Split('\n')[^1];
        process.WaitForExit();
        return [.. line.Split(' ').Select(ServedClass.Read)];
    }

    private static List<ServedClass> HttpTimes(ServedCorpus served, string queriesPath, int seconds, string folder)
    {
        using Process server = OwnProcess.Start(AsProduct(), ServedIndex.Verb, served.Corpus, served.Index);
        try
        {
            string address = ReadAddress(server);
            List<ServedClass> classes = [];
            foreach (IGrouping<string, ClassQuery> group in
                QuerySet.Read(queriesPath, keepsStopWords: true).GroupBy(query => query.Class))
            {
                string paths = Path.Combine(folder, $"{group.Key}.paths");
                File.WriteAllLines(paths, group.Select(ServedQueries.Path));
                _ = Wrk.Run(group.Key, address, paths, seconds);
                classes.Add(Wrk.Run(group.Key, address, paths, seconds));
            }

            return classes;
        }
        finally
        {
            server.StandardInput.Close();
            if (!server.WaitForExit(10_000))
            {
                server.Kill();
            }
        }
    }

    /// <summary>On one core, and compiled as the product is (see <c>Search.Cli.csproj</c>).</summary>
    private static string[] AsProduct() =>
        ["env", "DOTNET_TieredPGO=0", "DOTNET_TC_QuickJitForLoops=0", .. Wrk.OnCore(0)];

    private static string ReadAddress(Process server)
    {
        for (string? line = server.StandardOutput.ReadLine(); line is not null; line = server.StandardOutput.ReadLine())
        {
            int at = line.IndexOf(Announcement, StringComparison.Ordinal);
            if (at >= 0)
            {
                _ = server.StandardOutput.BaseStream.CopyToAsync(Stream.Null); // what it logs must not fill the pipe
                return line[at..].Trim();
            }
        }

        throw new InvalidOperationException("The service did not start.");
    }

    private static void Write(TextWriter output, ServedClass[] inProcess, ServedClass[] http)
    {
        output.WriteLine();
        output.WriteLine("Ten highlighted hits with facets: answers a second, median / p99 in microseconds.");
        output.WriteLine();
        output.WriteLine("| class | in process | over HTTP | failures |");
        output.WriteLine("|---|---|---|---|");
        List<BarRow> bars = [];
        foreach ((ServedClass inside, ServedClass outside) in inProcess.Zip(http))
        {
            string Cell(ServedClass one) => string.Create(
                CultureInfo.InvariantCulture, $"{one.Rate:F0}, {one.Median:F0} / {one.P99:F0}");
            output.WriteLine($"| {inside.Class} | {Cell(inside)} | {Cell(outside)} | {outside.Failures} |");
            double share = outside.Rate / inside.Rate;
            bars.Add(BarRow.AtLeast(9, $"{inside.Class}: rate against in process", share, LeastRate, "times"));
            double spread = outside.P99 / outside.Median;
            bars.Add(BarRow.AtMost(9, $"{inside.Class}: p99 against the median", spread, MostSpread, "times"));
        }

        BarRow.Write(output, "Bars", bars);
    }
}
