using Search.Engine.Segments.Terms;

namespace Search.Engine.Indexing.Merges;

/// <summary>
/// Walks the terms of several dictionaries together: each distinct term once, with the sources that hold it. A binary
/// heap of cursors, ordered by term, then by source.
/// </summary>
internal sealed class TermMerge
{
    private readonly TermCursor[] _cursors;
    private readonly int[] _heap;
    private readonly int[] _current;
    private int _size;
    private int _currentCount;

    /// <summary>Makes a walk before the first term.</summary>
    public TermMerge(TermCursor[] cursors)
    {
        _cursors = cursors;
        _heap = new int[cursors.Length];
        _current = new int[cursors.Length];
        for (int i = 0; i < cursors.Length; i++)
        {
            if (cursors[i].MoveNext())
            {
                _heap[_size++] = i;
                SiftUp(_size - 1);
            }
        }
    }

    /// <summary>The current term.</summary>
    public ReadOnlySpan<byte> Term => _cursors[_current[0]].Term;

    /// <summary>The sources that hold the current term, ascending; their cursors stand on it.</summary>
    public ReadOnlySpan<int> Sources => _current.AsSpan(0, _currentCount);

    /// <summary>Moves to the next distinct term; false behind the last.</summary>
    public bool MoveNext()
    {
        foreach (int source in Sources)
        {
            if (_cursors[source].MoveNext())
            {
                _heap[_size++] = source;
                SiftUp(_size - 1);
            }
        }

        _currentCount = 0;
        while (_size > 0 && (_currentCount == 0 || _cursors[_heap[0]].Term.SequenceEqual(Term)))
        {
            _current[_currentCount++] = _heap[0];
            _heap[0] = _heap[--_size];
            SiftDown();
        }

        return _currentCount > 0;
    }

    private bool IsBefore(int a, int b)
    {
        int order = _cursors[a].Term.SequenceCompareTo(_cursors[b].Term);
        return order < 0 || (order == 0 && a < b);
    }

    private void SiftUp(int at)
    {
        while (at > 0 && IsBefore(_heap[at], _heap[(at - 1) / 2]))
        {
            int parent = (at - 1) / 2;
            (_heap[at], _heap[parent]) = (_heap[parent], _heap[at]);
            at = parent;
        }
    }

    private void SiftDown()
    {
        for (int at = 0; ;)
        {
            int child = (2 * at) + 1;
            if (child >= _size)
            {
                return;
            }

            child += child + 1 < _size && IsBefore(_heap[child + 1], _heap[child]) ? 1 : 0;
            if (!IsBefore(_heap[child], _heap[at]))
            {
                return;
            }

            (_heap[at], _heap[child]) = (_heap[child], _heap[at]);
            at = child;
        }
    }
}
