using System.Runtime.InteropServices;

namespace Search.Engine.Matching.Nearness;

/// <summary>
/// For each sentence that holds a whole occurrence of every operand: the stretch from the first of these to the last.
/// Each
/// occurrence in the sentence is marked.
/// </summary>
internal sealed class SentenceOccurrences(OccurrenceSource[] operands, SentenceSource? sentences)
    : OccurrenceSource(operands[0].Field)
{
    private readonly OperandLists _operands = new(operands);
    private readonly List<Mark> _marks = [];

    /// <inheritdoc/>
    public override void Collect(int docId, OccurrenceList into)
    {
        if (sentences is null || !_operands.Collect(docId, into.KeepsMarks))
        {
            return;
        }

        int start = 0;
        foreach (int end in sentences.Ends(docId, Field))
        {
            Take(start, end - 1, into);
            start = end;
        }
    }

    private void Take(int first, int last, OccurrenceList into)
    {
        int start = int.MaxValue;
        int end = -1;
        _marks.Clear();
        for (int i = 0; i < _operands.Count; i++)
        {
            bool isPresent = false;
            foreach (Occurrence occurrence in _operands[i].Items)
            {
                if (occurrence.Start >= first && occurrence.End <= last)
                {
                    isPresent = true;
                    start = Math.Min(start, occurrence.Start);
                    end = Math.Max(end, occurrence.End);
                    _marks.AddRange(_operands[i].Marks(occurrence));
                }
            }

            if (!isPresent)
            {
                return;
            }
        }

        into.Add(start, end, CollectionsMarshal.AsSpan(_marks));
    }
}
