using System.Globalization;
using Search.Passages.Indexing;

namespace Search.Cli.Terminals;

/// <summary>
/// Shows how far a re-index is: one line that is drawn over on a terminal, a line now and then elsewhere.
/// </summary>
internal sealed class ProgressLine(Terminal terminal, TimeProvider time) : IProgress<IndexProgress>
{
    private readonly Lock _lock = new();
    private long _last;
    private bool _isDrawn;

    /// <inheritdoc/>
    public void Report(IndexProgress value)
    {
        TimeSpan pause = terminal.ShowsProgress ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(5);
        lock (_lock)
        {
            if (value.Phase == IndexPhase.Comparing
                || (_last == 0 && !terminal.ShowsProgress && value.ElapsedSeconds < pause.TotalSeconds)
                || (_last != 0 && time.GetElapsedTime(_last) < pause))
            {
                return;
            }

            _last = time.GetTimestamp();
            terminal.Error.Write(terminal.ShowsProgress ? $"\r{Describe(value)}\u001b[K" : Describe(value) + "\n");
            _isDrawn = terminal.ShowsProgress;
        }
    }

    /// <summary>Wipes the line.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            if (_isDrawn)
            {
                terminal.Error.Write("\r\u001b[K");
                _isDrawn = false;
            }
        }
    }

    private static string Describe(IndexProgress progress)
    {
        string rest = progress.RemainingSeconds is double seconds
            ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling(seconds):0} s to go")
            : "";
        return progress.Phase == IndexPhase.Committing
            ? "writing the new generation"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{progress.FilesDone} of {progress.FilesTotal} files, {progress.Passages} passages{rest}");
    }
}
