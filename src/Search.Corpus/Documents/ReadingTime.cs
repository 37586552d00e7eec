namespace Search.Corpus.Documents;

/// <summary>
/// The time that one file may take. Readers look at <see cref="Token"/> and stop; what does not stop within a moment
/// of grace is left behind, so that one file never holds up the others.
/// </summary>
internal sealed class ReadingTime : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
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

    /// <inheritdoc/>
    public void Dispose()
    {
        _whenStopped.Dispose();
        _stop.Dispose();
        _abandon.Dispose();
    }
}
