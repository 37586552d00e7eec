using System.Globalization;
using Search.Engine.Indexing;
using Search.Engine.Storage;
using Search.Passages.Indexing.States;

namespace Search.Passages.Generations;

/// <summary>
/// The generations that are open: the newest, which answers, and a few older ones for cursors that began on them.
/// Looks for a newer one, whoever wrote it, at most once in a while. Safe for use by several threads.
/// </summary>
internal sealed class GenerationShelf(PassageIndexOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly string _folder = options.Index;
    private readonly int _kept = Math.Max(1, options.KeptGenerations);
    private readonly Lock _lock = new();
    private readonly List<Generation> _open = [];
    private string _seen = "";
    private long _looked;

    /// <summary>Why the newest generation could not be opened; null where it could, or where there is none.</summary>
    public string? Problem { get; private set; }

    /// <summary>Number of the newest generation; null where there is none.</summary>
    public long? Newest
    {
        get
        {
            LookAround();
            lock (_lock)
            {
                return _open.Count == 0 ? null : _open[0].Number;
            }
        }
    }

    /// <summary>
    /// The newest generation with a holder added; null where there is none. The caller disposes it.
    /// </summary>
    public Generation? Acquire()
    {
        LookAround();
        lock (_lock)
        {
            return _open.Count > 0 && _open[0].TryAcquire() ? _open[0] : null;
        }
    }

    /// <summary>The generation of a number with a holder added; null where it is not open any more.</summary>
    public Generation? Acquire(long number)
    {
        LookAround();
        lock (_lock)
        {
            return _open.FirstOrDefault(generation => generation.Number == number && generation.TryAcquire());
        }
    }

    /// <summary>Opens the newest generation where it is not open yet.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="IndexSchemaMismatchException">It was written with another schema.</exception>
    public void Refresh()
    {
        if (!Directory.Exists(_folder))
        {
            return;
        }

        using DiskStorage storage = DiskStorage.Open(_folder);
        string seen = Print(storage);
        lock (_lock)
        {
            _looked = time.GetTimestamp();
            if (seen == _seen)
            {
                return;
            }

            using Generation? newest = Generation.TryOpen(storage, new StateFiles(_folder), options);
            _seen = seen;
            Problem = null;
            if (newest is not null && (_open.Count == 0 || !IsSame(newest, _open[0])) && newest.TryAcquire())
            {
                Put(newest);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            Drop(0);
        }
    }

    private static bool IsSame(Generation left, Generation right) =>
        left.Number == right.Number && left.StateName == right.StateName;

    /// <summary>Changes with every commit, whoever made it.</summary>
    private string Print(DiskStorage storage) => string.Join('\n', storage.List().Order(StringComparer.Ordinal).Select(
        name => string.Create(
            CultureInfo.InvariantCulture, $"{name} {File.GetLastWriteTimeUtc(Path.Combine(_folder, name)).Ticks}")));

    private void Put(Generation newest)
    {
        if (_open.Count > 0 && newest.Number <= _open[0].Number)
        {
            // The index was wiped and built anew: numbers began again, and old cursors must not meet new answers.
            Drop(0);
        }

        _open.Insert(0, newest);
        Drop(_kept);
    }

    private void LookAround()
    {
        lock (_lock)
        {
            if (_looked != 0 && time.GetElapsedTime(_looked) < Pause)
            {
                return;
            }

            _looked = time.GetTimestamp();
        }

        try
        {
            Refresh();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or IndexSchemaMismatchException)
        {
            // What is open goes on answering; another look comes soon, or a re-index that builds it anew.
            Problem = e.Message;
        }
    }

    private void Drop(int count)
    {
        while (_open.Count > count)
        {
            _open[^1].Dispose();
            _open.RemoveAt(_open.Count - 1);
        }
    }
}
