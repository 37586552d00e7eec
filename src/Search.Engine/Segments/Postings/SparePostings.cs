namespace Search.Engine.Segments.Postings;

/// <summary>
/// Cursors that searches have given back, with their buffers, for the next to take. Safe to use from several threads;
/// what finds no room is left to the collector.
/// </summary>
internal sealed class SparePostings
{
    private const int Room = 64;

    private readonly DiskPostingsCursor?[] _cursors = new DiskPostingsCursor?[Room];

    /// <summary>Takes one out; null where there is none.</summary>
    public DiskPostingsCursor? Take()
    {
        for (int i = 0; i < _cursors.Length; i++)
        {
            if (Volatile.Read(ref _cursors[i]) is not null
                && Interlocked.Exchange(ref _cursors[i], null) is { } cursor)
            {
                return cursor;
            }
        }

        return null;
    }

    /// <summary>Keeps one that nobody uses any more.</summary>
    public void Put(DiskPostingsCursor cursor)
    {
        for (int i = 0; i < _cursors.Length; i++)
        {
            if (Volatile.Read(ref _cursors[i]) is null
                && Interlocked.CompareExchange(ref _cursors[i], cursor, null) is null)
            {
                return;
            }
        }
    }
}
