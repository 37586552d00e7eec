namespace Search.Engine.Matching.Nearness;

/// <summary>
/// The shortest stretches that hold an occurrence of every source, as an AND within an operand of nearness: none of
/// them
/// holds another. A stretch marks every occurrence of the sources that lies in it.
/// </summary>
internal sealed class TogetherOccurrences(OccurrenceSource[] sources) : OccurrenceSource(sources[0].Field)
{
    private readonly OperandLists _operands = new(sources);
    private readonly List<Mark> _marks = [];

    /// <inheritdoc/>
    public override void Collect(int docId, OccurrenceList into)
    {
        if (!_operands.Collect(docId, into.KeepsMarks))
        {
            return;
        }

        SortedSet<int> starts = [];
        for (int i = 0; i < _operands.Count; i++)
        {
            foreach (Occurrence occurrence in _operands[i].Items)
            {
                starts.Add(occurrence.Start);
            }
        }

        // From the last start backwards: a stretch stands if it ends before every stretch that starts later.
        int least = int.MaxValue;
        foreach (int start in starts.Reverse())
        {
            int end = EndOfAll(start);
            if (end < least)
            {
                least = end;
                into.Add(start, end, MarksWithin(start, end));
            }
        }
    }

    private int EndOfAll(int start)
    {
        int end = 0;
        for (int i = 0; i < _operands.Count; i++)
        {
            int nearest = int.MaxValue;
            foreach (Occurrence occurrence in _operands[i].Items)
            {
                if (occurrence.Start >= start)
                {
                    nearest = Math.Min(nearest, occurrence.End);
                }
            }

            end = Math.Max(end, nearest);
        }

        return end;
    }

    private ReadOnlySpan<Mark> MarksWithin(int start, int end)
    {
        _marks.Clear();
        for (int i = 0; i < _operands.Count; i++)
        {
            foreach (Occurrence occurrence in _operands[i].Items)
            {
                if (occurrence.Start >= start && occurrence.End <= end)
                {
                    _marks.AddRange(_operands[i].Marks(occurrence));
                }
            }
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_marks);
    }
}
