using System.Diagnostics;
using System.Globalization;
using Search.Bench.Inputs;
using Search.Bench.Measuring;

namespace Search.Bench.Peers;

/// <summary>
/// Apache Lucene 8 in a process of its own (<c>bench/peers/LucenePeer.java</c>), driven line by line so that its rounds
/// alternate with ours.
/// </summary>
internal sealed class LucenePeer : IDisposable
{
    private const string JarFolder = "/usr/share/java";
    private static readonly string[] JarNames = ["lucene-core", "lucene-analyzers-common"];

    private readonly Process _process;

    private LucenePeer(Process process) => _process = process;

    /// <summary>Why Lucene cannot be started here; null where it can.</summary>
    public static string? WhyAbsent =>
        Array.Exists(JarNames, name => FindJar(name) is null)
            ? $"no lucene jars in {JarFolder} (Debian: liblucene8-java)"
            : null;

    /// <summary>Starts the process.</summary>
    public static LucenePeer Start()
    {
        var start = new ProcessStartInfo("java") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("-Xmx1g");
        start.ArgumentList.Add("-XX:+UseSerialGC");
        start.ArgumentList.Add("-cp");
        start.ArgumentList.Add(string.Join(Path.PathSeparator, JarNames.Select(FindJar)));
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LucenePeer.java"));
        return new LucenePeer(Process.Start(start) ?? throw new InvalidOperationException("java did not start."));
    }

    /// <summary>Indexes prepared passages into a new folder and merges them into one segment.</summary>
    public IndexingResult Index(PreparedPassages passages, bool storesText, string folder, int threads)
    {
        string stored = storesText ? passages.RawPath : "-";
        string command = $"index {passages.TokensPath} {stored} {folder} {threads}";
        return ResultLine.Read(string.Join(' ', Ask(command)));
    }

    /// <summary>Opens an index and returns how many milliseconds that took.</summary>
    public double Open(string folder) => Double(Ask($"open {folder}")[1]);

    /// <summary>Adds a query to the rounds.</summary>
    public void Add(ClassQuery query) => Ask($"query {query.Shape} {string.Join(' ', query.Words)}");

    /// <summary>Runs every query once.</summary>
    public void Round(bool isExact) => Ask($"round {Mode(isExact)}");

    /// <summary>The best of all rounds, a timing a query in the order they were added.</summary>
    public IReadOnlyList<QueryTiming> Report(bool isExact)
    {
        var timings = new List<QueryTiming>();
        _process.StandardInput.WriteLine($"report {Mode(isExact)}");
        for (string[] line = Read(); line[0] != "end"; line = Read())
        {
            timings.Add(new QueryTiming(Long(line[2]), Long(line[3]), [.. line.Skip(4).Select(Scored)]));
        }

        return timings;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5000))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static string Mode(bool isExact) => isExact ? "exact" : "pruned";

    private static string? FindJar(string name) =>
        Directory.Exists(JarFolder)
            ? Directory.EnumerateFiles(JarFolder, name + "-8.*.jar").Order(StringComparer.Ordinal).LastOrDefault()
            : null;

    private static ScoredDoc Scored(string text)
    {
        string[] parts = text.Split(':');
        return new ScoredDoc((int)Long(parts[0]), (float)Double(parts[1]));
    }

    private static long Long(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private string[] Ask(string command)
    {
        _process.StandardInput.WriteLine(command);
        return Read();
    }

    private string[] Read() =>
        _process.StandardOutput.ReadLine()?.Split(' ') ?? throw new InvalidOperationException("Lucene ended early.");
}
