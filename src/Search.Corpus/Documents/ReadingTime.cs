using System.Diagnostics;

namespace Search.Corpus.Documents;

/// <summary>
/// The time that one file may take. Readers look at <see cref="Token"/> and stop; what does not stop within a moment
/// of grace is left behind, so that one file never holds up the others.
/// </summary>
internal sealed class ReadingTime : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _abandon = new();
    private readonly CancellationTokenRegistration _whenStopped;

    /// <summary>Starts the clock.</summary>
    /// <param name="limit">Time allowed.</param>
    /// <param name="cancellationToken">The caller's own.</param>
    public ReadingTime(TimeSpan limit, CancellationToken cancellationToken)
    {
        Limit = limit;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Token = _stop.Token;
        Abandoned = _abandon.Token;
        _whenStopped = _stop.Token.Register(() => _abandon.CancelAfter(Grace));
        _stop.CancelAfter(limit);
    }

    /// <summary>Time allowed.</summary>
    public TimeSpan Limit { get; private set; }

    /// <summary>Tells a reader to stop.</summary>
    public CancellationToken Token { get; }

    /// <summary>Tells that the reader did not stop.</summary>
    public CancellationToken Abandoned { get; }

    /// <summary>Allows more time from now on: the recognition of a scan has a limit of its own.</summary>
    public void Extend(TimeSpan limit)
    {
        Limit += limit;
        _stop.CancelAfter(limit);
    }

    /// <summary>
    /// Stops a reader that is over its time even where the timer behind <see cref="Token"/> is late, as it is when
    /// every thread is busy.
    /// </summary>
    /// <exception cref="TimeoutException">The time is over.</exception>
    /// <exception cref="OperationCanceledException">The reader was told to stop.</exception>
    public void ThrowIfOver()
    {
        Token.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_start) > Limit)
        {
            throw new TimeoutException();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _whenStopped.Dispose();
        _stop.Dispose();
        _abandon.Dispose();
    }
}
