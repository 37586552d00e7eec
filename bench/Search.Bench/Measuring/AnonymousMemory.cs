using System.Globalization;

namespace Search.Bench.Measuring;

/// <summary>Watches this process's anonymous memory (mapped files do not count), twenty times a second.</summary>
internal sealed class AnonymousMemory : IDisposable
{
    private const string StatusPath = "/proc/self/status";

    private readonly Timer _timer;
    private long _peak;

    /// <summary>Begins to watch.</summary>
    public AnonymousMemory() => _timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));

    /// <summary>The largest value seen, in KiB; 0 where the system does not say.</summary>
    public long PeakKilobytes
    {
        get
        {
            Look();
            return Volatile.Read(ref _peak);
        }
    }

    /// <summary>The number of a line such as <c>RssAnon:    123 kB</c>; null where there is no such line.</summary>
    public static long? Find(IEnumerable<string> lines, string name)
    {
        string? line = lines.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null
            ? null
            : long.Parse(
                line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        if (File.Exists(StatusPath) && Find(File.ReadLines(StatusPath), "RssAnon:") is { } now)
        {
            long seen = Volatile.Read(ref _peak);
            while (now > seen)
            {
                seen = Interlocked.CompareExchange(ref _peak, now, seen);
            }
        }
    }
}
