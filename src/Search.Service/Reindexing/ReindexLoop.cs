using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Search.Corpus.Themes;
using Search.Passages;
using Search.Passages.Indexing;
using Search.Passages.Synonyms;
using Search.Service.Settings;

namespace Search.Service.Reindexing;

/// <summary>Indexes the folder whenever it is asked to, one run after another; searches go on meanwhile.</summary>
internal sealed partial class ReindexLoop(
    PassageIndex index, ReindexRequests requests, SearchSettings settings, TimeProvider clock, ILogger<ReindexLoop> log)
    : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Reindex.OnStart || index.Generation is null)
        {
            requests.Ask(ReindexReason.Start);
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            ReindexReason reason = await requests.NextAsync(stoppingToken).ConfigureAwait(false);
            if (!await RunAsync(reason, stoppingToken).ConfigureAwait(false))
            {
                await Task.Delay(RetryDelay, clock, stoppingToken).ConfigureAwait(false);
                requests.Ask(ReindexReason.Retry);
            }
        }
    }

    /// <summary>Makes one run.</summary>
    /// <returns>Whether it went through; false asks for another try.</returns>
    [SuppressMessage("Design", "CA1031",
        Justification = "The outermost handler of the loop: a failed run must not end the service.")]
    private async Task<bool> RunAsync(ReindexReason reason, CancellationToken stopping)
    {
        try
        {
            // On a thread of its own: the start of a run compares the folder, and nobody waits for that.
            IndexRun run = await Task.Run(() => index.ReindexAsync(cancellation: stopping), stopping)
                .ConfigureAwait(false);
            if (run.IsChanged)
            {
                LogRun(log, reason, run.Generation, run.Added, run.Updated, run.Removed, run.Documents, run.Units,
                    run.Seconds);
                foreach (FileFailure failure in run.Failures)
                {
                    LogUnreadable(log, failure.Path, failure.Reason);
                }
            }

            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return true;
        }
        catch (ReindexRunningException)
        {
            LogOtherRun(log, RetryDelay.TotalSeconds);
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ThemeSchemeException
            or SynonymFileException)
        {
            // Somebody has to mend a folder or a scheme: what is wrong is in the message.
            LogRefusal(log, reason, error.Message, RetryDelay.TotalSeconds);
            return false;
        }
        catch (Exception error)
        {
            LogFailure(log, error, reason, RetryDelay.TotalSeconds);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information,
        "Indexed ({Reason}): generation {Generation}, {Added} added, {Updated} updated, "
        + "{Removed} removed; {Documents} documents, {Units} units, {Seconds:0.0} s.")]
    private static partial void LogRun(
        ILogger log, ReindexReason reason, long generation, int added, int updated, int removed, int documents,
            long units,
        double seconds);

    [LoggerMessage(LogLevel.Warning, "Not read: {Path}: {Reason}")]
    private static partial void LogUnreadable(ILogger log, string path, string reason);

    [LoggerMessage(LogLevel.Information, "Another process indexes this folder; another look in {Seconds} s.")]
    private static partial void LogOtherRun(ILogger log, double seconds);

    [LoggerMessage(LogLevel.Error, "Not indexed ({Reason}): {Message} Another try in {Seconds} s.")]
    private static partial void LogRefusal(ILogger log, ReindexReason reason, string message, double seconds);

    [LoggerMessage(LogLevel.Error,
        "Indexing failed ({Reason}); another try in {Seconds} s. The last generation goes on answering.")]
    private static partial void LogFailure(ILogger log, Exception error, ReindexReason reason, double seconds);
}
