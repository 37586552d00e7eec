using Search.Engine.Matching.Windows;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Cursors;

/// <summary>
/// Documents that at least one of several cursors matches, by a heap of the cursors in order of document.
/// </summary>
internal sealed class DisjunctionCursor : MatchCursor
{
    private readonly MatchCursor[] _clauses;
    private readonly int[] _heap;
    private readonly int[] _present;
    private int _presentCount;
    private int _presentDocId = -1;
    private bool _isStarted;

    /// <summary>Makes a cursor.</summary>
    /// <param name="clauses">One or more, none of them moved, in the order their scores are summed in.</param>
    public DisjunctionCursor(MatchCursor[] clauses)
    {
        _clauses = clauses;
        _heap = new int[clauses.Length];
        _present = new int[clauses.Length];
        for (int i = 0; i < clauses.Length; i++)
        {
            _heap[i] = i;
            Cost += clauses[i].Cost;
            IsExact &= clauses[i].IsExact;
        }
    }

    /// <summary>The cursors, in the order their scores are summed in.</summary>
    public IReadOnlyList<MatchCursor> Clauses => _clauses;

    /// <inheritdoc/>
    public override int DocId => _isStarted ? _clauses[_heap[0]].DocId : -1;

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override bool IsExact { get; } = true;

    /// <inheritdoc/>
    public override int Next() => DocId == End ? End : Seek(DocId + 1);

    /// <inheritdoc/>
    public override int Seek(int target)
    {
        if (!_isStarted)
        {
            Start(target);
            return DocId;
        }

        while (_clauses[_heap[0]].DocId < target)
        {
            _clauses[_heap[0]].Seek(target);
            SiftDown(0);
        }

        return DocId;
    }

    /// <inheritdoc/>
    public override bool Matches() => IsExact || FindPresent() > 0;

    /// <inheritdoc/>
    public override float Score()
    {
        int count = FindPresent();
        float sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += _clauses[_present[i]].Score();
        }

        return sum;
    }

    /// <inheritdoc/>
    public override WindowSource Windows() => new SumWindows(
        [.. _clauses.Select(clause => (IsLong(clause) ? clause.Windows() : null) ?? new CursorWindows(clause))]);

    /// <summary>Whether a clause is worth the table that its windows begin with.</summary>
    private static bool IsLong(MatchCursor clause) => clause.Cost > 2 * BlockPostingsCursor.BlockSize;

    /// <summary>Lists the clauses that match the current document, in clause order.</summary>
    private int FindPresent()
    {
        int docId = DocId;
        if (_presentDocId != docId)
        {
            _presentDocId = docId;
            _presentCount = 0;
            Gather(0, docId);
            Array.Sort(_present, 0, _presentCount);
        }

        return _presentCount;
    }

    private void Gather(int node, int docId)
    {
        if (node >= _heap.Length || _clauses[_heap[node]].DocId != docId)
        {
            return;
        }

        MatchCursor cursor = _clauses[_heap[node]];
        if (cursor.IsExact || cursor.Matches())
        {
            _present[_presentCount++] = _heap[node];
        }

        Gather((2 * node) + 1, docId);
        Gather((2 * node) + 2, docId);
    }

    private void Start(int target)
    {
        _isStarted = true;
        foreach (MatchCursor cursor in _clauses)
        {
            cursor.Seek(target);
        }

        for (int node = (_heap.Length / 2) - 1; node >= 0; node--)
        {
            SiftDown(node);
        }
    }

    private void SiftDown(int node)
    {
        int moved = _heap[node];
        int docId = _clauses[moved].DocId;
        while (true)
        {
            int child = (2 * node) + 1;
            if (child >= _heap.Length)
            {
                break;
            }

            if (child + 1 < _heap.Length && _clauses[_heap[child + 1]].DocId < _clauses[_heap[child]].DocId)
            {
                child++;
            }

            if (_clauses[_heap[child]].DocId >= docId)
            {
                break;
            }

            _heap[node] = _heap[child];
            node = child;
        }

        _heap[node] = moved;
    }
}
