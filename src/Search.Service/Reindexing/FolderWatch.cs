using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Search.Service.Settings;

namespace Search.Service.Reindexing;

/// <summary>
/// Notices changes in the folder of the documents and asks for a run once the folder has been quiet for a while. What
/// the system tells of is only a reason to look: the listing decides, and is looked at from time to time in any case.
/// </summary>
internal sealed partial class FolderWatch(
    ReindexRequests requests, SearchSettings settings, TimeProvider clock, ILogger<FolderWatch> log) : BackgroundService
{
    private readonly Channel<bool> _events = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private string _print = "";

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first run begins, so that no change falls between the two.
        _print = Look();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ReindexSettings reindex = settings.Reindex;
        using FileSystemWatcher? watcher = reindex.Watch ? TryWatch() : null;
        TimeSpan poll = reindex.PollSeconds > 0 ? TimeSpan.FromSeconds(reindex.PollSeconds) : Timeout.InfiniteTimeSpan;
        bool isBlind = watcher is null && reindex.PollSeconds == 0;
        while (!isBlind && !stoppingToken.IsCancellationRequested)
        {
            if (await IsEventAsync(poll, stoppingToken).ConfigureAwait(false))
            {
                await QuietAsync(TimeSpan.FromMilliseconds(reindex.QuietMilliseconds), stoppingToken)
                    .ConfigureAwait(false);
            }

            string print = Look();
            if (!print.Equals(_print, StringComparison.Ordinal))
            {
                _print = print;
                requests.Ask(ReindexReason.Change);
            }
        }
    }

    private string Look() => FolderPrint.Take(settings.CorpusFolder, settings.IndexFolder);

    // True where the system told of a change, false where the time was up.
    private async Task<bool> IsEventAsync(TimeSpan atMost, CancellationToken stopping)
    {
        using CancellationTokenSource limit = new(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        try
        {
            return await _events.Reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    // Somebody may be copying many files, or one that is long.
    private async Task QuietAsync(TimeSpan quiet, CancellationToken stopping)
    {
        do
        {
            await Task.Delay(quiet, clock, stopping).ConfigureAwait(false);
        }
        while (_events.Reader.TryRead(out _));
    }

    private FileSystemWatcher? TryWatch()
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(settings.CorpusFolder) { IncludeSubdirectories = true };
            watcher.Created += (_, _) => Notice();
            watcher.Changed += (_, _) => Notice();
            watcher.Deleted += (_, _) => Notice();
            watcher.Renamed += (_, _) => Notice();
            // Events were lost, or the folder went: look.
            watcher.Error += (_, _) => Notice();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            watcher?.Dispose();
            LogBlind(log, settings.CorpusFolder, error.Message, settings.Reindex.PollSeconds);
            return null;
        }
    }

    private void Notice() => _events.Writer.TryWrite(true);

    [LoggerMessage(LogLevel.Warning,
        "Changes in {Folder} cannot be watched ({Reason}); it is listed every {Seconds} s instead.")]
    private static partial void LogBlind(ILogger log, string folder, string reason, int seconds);
}
