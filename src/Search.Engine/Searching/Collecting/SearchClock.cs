using System.Diagnostics;

namespace Search.Engine.Searching.Collecting;

/// <summary>Says when a search must stop: it was cancelled, or its time is up.</summary>
internal sealed class SearchClock(TimeSpan? maxTime, CancellationToken cancellation)
{
    /// <summary>Documents between two looks at the clock, less one; one less than a power of two.</summary>
    private const int Mask = 0x3FF;

    private readonly long _start = Stopwatch.GetTimestamp();
    private int _count;

    /// <summary>Whether the time is up.</summary>
    public bool IsUp { get; private set; }

    /// <summary>Counts a document; true where the search must stop.</summary>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public bool Tick()
    {
        if ((++_count & Mask) == 0)
        {
            _count = 0;
            return Look();
        }

        return IsUp;
    }

    /// <summary>Looks at the clock, once a window; true where the search must stop.</summary>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public bool Look()
    {
        cancellation.ThrowIfCancellationRequested();
        return IsUp |= maxTime is TimeSpan most && Stopwatch.GetElapsedTime(_start) > most;
    }
}
