using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Phrases;

/// <summary>
/// The postings of several terms of one field as if they were one term: positions are merged, none twice.
/// </summary>
internal sealed class UnionPostingsCursor : PostingsCursor
{
    private readonly PriorityQueue<PostingsCursor, int> _heap;
    private readonly List<PostingsCursor> _present = [];
    private int[] _positions = new int[16];
    private int _positionCount;
    private bool _isMerged;
    private int _docId = -1;

    /// <summary>Makes a cursor over one or more others, none of them moved.</summary>
    public UnionPostingsCursor(PostingsCursor[] cursors)
    {
        _heap = new PriorityQueue<PostingsCursor, int>(cursors.Length);
        foreach (PostingsCursor cursor in cursors)
        {
            _present.Add(cursor);
            Cost += cursor.Cost;
        }
    }

    /// <inheritdoc/>
    public override int DocId => _docId;

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override int Frequency
    {
        get
        {
            Merge();
            return _positionCount;
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Positions()
    {
        Merge();
        return _positions.AsSpan(0, _positionCount);
    }

    /// <inheritdoc/>
    public override int Next() => _docId == End ? End : Seek(_docId + 1);

    /// <inheritdoc/>
    public override int Seek(int target)
    {
        if (target <= _docId)
        {
            return _docId;
        }

        // The cursors on the current document wait outside of the heap until it is left.
        foreach (PostingsCursor cursor in _present)
        {
            Queue(cursor, target);
        }

        _present.Clear();
        while (_heap.TryPeek(out PostingsCursor? first, out int docId) && docId < target)
        {
            _heap.Dequeue();
            Queue(first, target);
        }

        _isMerged = false;
        if (!_heap.TryPeek(out _, out _docId))
        {
            return _docId = End;
        }

        while (_heap.TryPeek(out PostingsCursor? same, out int docId) && docId == _docId)
        {
            _heap.Dequeue();
            _present.Add(same);
        }

        return _docId;
    }

    private void Queue(PostingsCursor cursor, int target)
    {
        int docId = cursor.Seek(target);
        if (docId != End)
        {
            _heap.Enqueue(cursor, docId);
        }
    }

    private void Merge()
    {
        if (_isMerged)
        {
            return;
        }

        _isMerged = true;
        int count = 0;
        foreach (PostingsCursor cursor in _present)
        {
            ReadOnlySpan<int> positions = cursor.Positions();
            if (count + positions.Length > _positions.Length)
            {
                Array.Resize(ref _positions, Math.Max(count + positions.Length, _positions.Length * 2));
            }

            positions.CopyTo(_positions.AsSpan(count));
            count += positions.Length;
        }

        Span<int> all = _positions.AsSpan(0, count);
        all.Sort();
        _positionCount = 0;
        for (int i = 0; i < count; i++)
        {
            if (i == 0 || all[i] != all[_positionCount - 1])
            {
                all[_positionCount++] = all[i];
            }
        }
    }
}
