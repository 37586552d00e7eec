using System.Globalization;

namespace Search.Bench.Measuring;

/// <summary>Watches this process's anonymous memory (mapped files do not count), ten times a second.</summary>
internal sealed class AnonymousMemory : IDisposable
{
    private readonly Timer _timer;
    private long _peak;

    /// <summary>Begins to watch.</summary>
    public AnonymousMemory() => _timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));

    /// <summary>The largest value seen, in KiB; 0 where the system does not say.</summary>
    public long PeakKilobytes
    {
        get
        {
            Look();
            return Volatile.Read(ref _peak);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        const string Name = "RssAnon:";
        string? line = File.Exists("/proc/self/status")
            ? File.ReadLines("/proc/self/status")
                .FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal))
            : null;
        if (line is not null)
        {
            string number = line[Name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
            long now = long.Parse(number, CultureInfo.InvariantCulture);
            long seen = Volatile.Read(ref _peak);
            while (now > seen)
            {
                seen = Interlocked.CompareExchange(ref _peak, now, seen);
            }
        }
    }
}
