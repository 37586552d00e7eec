using System.Threading.Channels;

namespace Search.Service.Reindexing;

/// <summary>
/// Requests to index the folder. While one waits, others are the same as it; one may come while a run is under way.
/// </summary>
internal sealed class ReindexRequests
{
    private readonly Channel<ReindexReason> _waiting = Channel.CreateBounded<ReindexReason>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Asks for a run.</summary>
    public void Ask(ReindexReason reason) => _waiting.Writer.TryWrite(reason);

    /// <summary>Waits for the next request.</summary>
    public ValueTask<ReindexReason> NextAsync(CancellationToken cancellation) =>
        _waiting.Reader.ReadAsync(cancellation);
}
