namespace Search.Passages.Indexing;

/// <summary>Reports how far a run is, with an estimate from the bytes that are through. For one run.</summary>
internal sealed class ProgressMeter
{
    private readonly IProgress<IndexProgress>? _progress;
    private readonly TimeProvider _time;
    private readonly long _start;
    private long _readingSince;
    private long _bytesTotal;
    private long _bytesDone;
    private int _filesTotal;
    private int _filesDone;
    private long _passages;

    /// <summary>Starts the clock.</summary>
    public ProgressMeter(IProgress<IndexProgress>? progress, TimeProvider time)
    {
        _progress = progress;
        _time = time;
        _start = time.GetTimestamp();
        _readingSince = _start;
        Report(IndexPhase.Comparing);
    }

    /// <summary>Says what there is to read.</summary>
    public void Plan(FolderPlan plan)
    {
        _readingSince = _time.GetTimestamp();
        _filesTotal = plan.FilesToRead;
        _bytesTotal = plan.BytesToRead;
        Report(IndexPhase.Reading);
    }

    /// <summary>Counts one file.</summary>
    public void Add(FileOutcome outcome)
    {
        _passages += outcome.Passages?.Count ?? 0;
        if (outcome.IsRead)
        {
            _filesDone++;
            _bytesDone += outcome.Work.File.Length;
            Report(IndexPhase.Reading);
        }
    }

    /// <summary>Says that the generation is being written.</summary>
    public void Commit() => Report(IndexPhase.Committing);

    /// <summary>Says that it is through.</summary>
    public void Done() => Report(IndexPhase.Done);

    private void Report(IndexPhase phase)
    {
        double? remaining = null;
        if (phase == IndexPhase.Reading && _bytesDone > 0)
        {
            double seconds = _time.GetElapsedTime(_readingSince).TotalSeconds;
            remaining = seconds * (_bytesTotal - _bytesDone) / _bytesDone;
        }

        _progress?.Report(new IndexProgress(
            phase, _filesDone, _filesTotal, _passages, _time.GetElapsedTime(_start).TotalSeconds, remaining));
    }
}
