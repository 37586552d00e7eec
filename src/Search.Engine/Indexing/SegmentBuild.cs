namespace Search.Engine.Indexing;

/// <summary>One segment that a thread of <see cref="SegmentBuilders"/> builds.</summary>
/// <param name="fileName">Name of its file.</param>
/// <param name="docCount">Documents of the segment.</param>
internal sealed class SegmentBuild(string fileName, int docCount)
{
    private Task<long>? _task;

    /// <summary>Name of its file.</summary>
    public string FileName => fileName;

    /// <summary>Documents of the segment.</summary>
    public int DocCount => docCount;

    /// <summary>Starts a thread.</summary>
    /// <param name="work">Builds the segment and returns the length of its file.</param>
    public void Start(Func<long> work) => _task = Task.Factory.StartNew(
        work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Waits for the end and returns the length of the file; throws what was thrown on the thread.</summary>
    public long Finish() => _task?.GetAwaiter().GetResult() ?? 0;

    /// <summary>Waits for the end, however it comes.</summary>
    public void Wait()
    {
        if (_task is not null)
        {
            _ = Task.WaitAny(_task);
        }
    }
}
