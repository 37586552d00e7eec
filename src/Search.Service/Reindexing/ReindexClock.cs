using Microsoft.Extensions.Hosting;
using Quartz;
using Search.Service.Settings;

namespace Search.Service.Reindexing;

/// <summary>Asks for a run whenever the schedule says so.</summary>
internal sealed class ReindexClock(ReindexRequests requests, SearchSettings settings, TimeProvider clock)
    : BackgroundService
{
    // A timer cannot wait longer than some weeks, and a clock that is set forward should be noticed.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly CronExpression? _schedule = settings.Reindex.Schedule;
    private readonly Lock _lock = new();
    private DateTimeOffset? _next = settings.Reindex.Schedule?.GetNextValidTimeAfter(clock.GetUtcNow());

    /// <summary>When the next run starts; null without a schedule, or where it has no further time.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            lock (_lock)
            {
                return _next;
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_schedule is not null && Next is DateTimeOffset next)
        {
            TimeSpan wait = next - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, stoppingToken).ConfigureAwait(false);
                continue;
            }

            requests.Ask(ReindexReason.Schedule);
            lock (_lock)
            {
                _next = _schedule.GetNextValidTimeAfter(clock.GetUtcNow());
            }
        }
    }
}
