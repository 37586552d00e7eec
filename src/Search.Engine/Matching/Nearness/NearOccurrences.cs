namespace Search.Engine.Matching.Nearness;

/// <summary>
/// Every way to choose one occurrence of each operand so that none overlaps another and neighbours stand within a
/// distance
/// (adjacent is 1), in any order or in the order of the operands. Ways of the same extent are one occurrence; it marks
/// the
/// chosen occurrences of all of them. Unlike the minimal intervals of Lucene's interval queries, longer ways are kept,
/// so
/// that an operator around this one misses none.
/// </summary>
internal sealed class NearOccurrences : OccurrenceSource
{
    /// <summary>Most operands: a set of them is a bit mask.</summary>
    public const int MaxOperands = 30;

    /// <summary>Steps that one document may cost; beyond them the ways found so far stand.</summary>
    private const int MaxSteps = 200_000;

    private readonly OperandLists _operands;
    private readonly int _distance;
    private readonly bool _isOrdered;
    private readonly List<Candidate> _candidates = [];
    private readonly List<Candidate> _chosen = [];
    private readonly HashSet<(int Candidate, uint Mask)> _seen = [];
    private readonly SortedDictionary<(int Start, int End), HashSet<Mark>> _found = [];
    private int _steps;
    private bool _keepsMarks;

    /// <summary>Makes a source.</summary>
    /// <param name="operands">Two to <see cref="MaxOperands"/>, of one field.</param>
    /// <param name="distance">Farthest that a neighbour may begin behind the end of the one before; adjacent is
    /// 1.</param>
    /// <param name="isOrdered">Whether the operands follow each other as given.</param>
    public NearOccurrences(OccurrenceSource[] operands, int distance, bool isOrdered)
        : base(operands[0].Field)
    {
        _operands = new OperandLists(operands);
        _distance = distance;
        _isOrdered = isOrdered;
    }

    /// <inheritdoc/>
    public override void Collect(int docId, OccurrenceList into)
    {
        _found.Clear();
        if (!_operands.Collect(docId, into.KeepsMarks))
        {
            return;
        }

        Gather();
        _keepsMarks = into.KeepsMarks;
        _steps = 0;
        for (int first = 0; first < _candidates.Count; first++)
        {
            if (!_isOrdered || _candidates[first].Operand == 0)
            {
                _seen.Clear();
                Extend(first, 1u << _candidates[first].Operand);
            }
        }

        foreach (((int start, int end), HashSet<Mark> marks) in _found)
        {
            into.Add(start, end, [.. marks.OrderBy(mark => mark.Start).ThenBy(mark => mark.End)]);
        }
    }

    private void Gather()
    {
        _candidates.Clear();
        for (int operand = 0; operand < _operands.Count; operand++)
        {
            foreach (Occurrence occurrence in _operands[operand].Items)
            {
                _candidates.Add(new Candidate(occurrence, operand));
            }
        }

        _candidates.Sort(static (left, right) => left.Occurrence.Start != right.Occurrence.Start
            ? left.Occurrence.Start.CompareTo(right.Occurrence.Start)
            : left.Occurrence.End.CompareTo(right.Occurrence.End));
    }

    private void Extend(int index, uint mask)
    {
        // Where no marks are kept only extents count, and a state reached twice from one start leads to the same ones.
        if (++_steps > MaxSteps || (!_keepsMarks && !_seen.Add((index, mask))))
        {
            return;
        }

        Candidate last = _candidates[index];
        _chosen.Add(last);
        if (_chosen.Count == _operands.Count)
        {
            Keep();
        }
        else
        {
            for (int next = index + 1; next < _candidates.Count; next++)
            {
                Candidate candidate = _candidates[next];
                int gap = candidate.Occurrence.Start - last.Occurrence.End;
                if (gap > _distance)
                {
                    break;
                }

                bool isFree = _isOrdered
                    ? candidate.Operand == last.Operand + 1
                    : (mask & (1u << candidate.Operand)) == 0;
                if (gap > 0 && isFree)
                {
                    Extend(next, mask | (1u << candidate.Operand));
                }
            }
        }

        _chosen.RemoveAt(_chosen.Count - 1);
    }

    private void Keep()
    {
        (int, int) extent = (_chosen[0].Occurrence.Start, _chosen[^1].Occurrence.End);
        if (!_found.TryGetValue(extent, out HashSet<Mark>? marks))
        {
            _found.Add(extent, marks = []);
        }

        foreach (Candidate candidate in _chosen)
        {
            marks.UnionWith(_operands[candidate.Operand].Marks(candidate.Occurrence).ToArray());
        }
    }

    private readonly record struct Candidate(Occurrence Occurrence, int Operand);
}
