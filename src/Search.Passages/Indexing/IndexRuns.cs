using Search.Engine.Storage;

namespace Search.Passages.Indexing;

/// <summary>
/// Lets one re-index run at a time, in this process by a flag and among processes by a locked file, and remembers how
/// the last one went.
/// </summary>
internal sealed class IndexRuns(PassageIndexOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private bool _isRunning;
    private IndexProgress? _progress;
    private IndexRun? _last;
    private string? _error;

    /// <summary>Adds what is known of runs to a status.</summary>
    /// <param name="status">What the generation says.</param>
    /// <param name="problem">Why the newest generation could not be opened.</param>
    public IndexStatus Complete(IndexStatus status, string? problem)
    {
        lock (_lock)
        {
            return status with
            {
                IsRunning = _isRunning,
                Progress = _isRunning ? _progress : null,
                LastRun = _last,
                LastError = _error ?? problem ?? status.LastError,
            };
        }
    }

    /// <summary>Runs once.</summary>
    /// <exception cref="ReindexRunningException">One is under way already.</exception>
    public async Task<IndexRun> RunAsync(
        bool isRebuild, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_isRunning)
            {
                throw new ReindexRunningException("A re-index is under way already.");
            }

            _isRunning = true;
            _progress = null;
        }

        try
        {
            using FileStream guard = Guard();
            using DiskStorage storage = DiskStorage.Open(options.Index);
            IndexRun run = await new Reindexer(options, storage, time)
                .RunAsync(isRebuild, new Recorder(this, progress), cancellation)
                .ConfigureAwait(false);
            End(run, null);
            return run;
        }
        catch (Exception e) when (Remember(e))
        {
            throw;
        }
    }

    private FileStream Guard()
    {
        string folder = Path.Combine(options.Index, "corpus");
        _ = Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, "reindex.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new ReindexRunningException($"Another process is indexing into '{options.Index}'.");
        }
    }

    private bool Remember(Exception error)
    {
        End(null, error is OperationCanceledException ? "It was stopped." : error.Message);
        return false;
    }

    private void End(IndexRun? run, string? error)
    {
        lock (_lock)
        {
            _isRunning = false;
            _last = run ?? _last;
            _error = error;
        }
    }

    /// <summary>Keeps the last word on the way to whoever listens.</summary>
    private sealed class Recorder(IndexRuns runs, IProgress<IndexProgress>? listener) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value)
        {
            lock (runs._lock)
            {
                runs._progress = value;
            }

            listener?.Report(value);
        }
    }
}
