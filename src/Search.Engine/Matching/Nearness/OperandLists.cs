namespace Search.Engine.Matching.Nearness;

/// <summary>The occurrences of several operands in one document.</summary>
internal sealed class OperandLists(OccurrenceSource[] sources)
{
    private OccurrenceList[]? _lists;

    /// <summary>Number of operands.</summary>
    public int Count => sources.Length;

    /// <summary>The occurrences of an operand, in order of start, then end.</summary>
    public OccurrenceList this[int operand] => _lists![operand]; // made by the first Collect

    /// <summary>Finds the occurrences of all operands; false where one of them has none.</summary>
    public bool Collect(int docId, bool keepsMarks)
    {
        _lists ??= [.. sources.Select(_ => new OccurrenceList(keepsMarks))];
        for (int i = 0; i < sources.Length; i++)
        {
            _lists[i].Clear();
            sources[i].Collect(docId, _lists[i]);
            if (_lists[i].Count == 0)
            {
                return false;
            }

            _lists[i].Sort();
        }

        return true;
    }
}
