namespace Search.Engine.Matching.Phrases;

/// <summary>
/// Walks in order of adjusted position, then offset, then place. Phrases are short: a sorted array beats a heap.
/// </summary>
internal sealed class SlotQueue(int capacity)
{
    private readonly SlotWalk[] _walks = new SlotWalk[capacity];

    /// <summary>Number of walks in the queue.</summary>
    public int Count { get; private set; }

    /// <summary>The first; there is one.</summary>
    public SlotWalk Top => _walks[Count - 1];

    /// <summary>Empties the queue.</summary>
    public void Clear() => Count = 0;

    /// <summary>Takes the first away; there is one.</summary>
    public SlotWalk Pop() => _walks[--Count];

    /// <summary>Puts a walk in; there is room.</summary>
    public void Push(SlotWalk walk)
    {
        _walks[Count++] = walk;
        Sink(Count - 1);
    }

    /// <summary>Puts the queue in order again after walks in it have moved.</summary>
    public void Restore()
    {
        for (int i = 1; i < Count; i++)
        {
            Sink(i);
        }
    }

    /// <summary>Moves one walk down among those before it, which are in order: last comes first out.</summary>
    private void Sink(int index)
    {
        SlotWalk walk = _walks[index];
        int place = index;
        while (place > 0 && IsBefore(_walks[place - 1], walk))
        {
            _walks[place] = _walks[place - 1];
            place--;
        }

        _walks[place] = walk;
    }

    private static bool IsBefore(SlotWalk left, SlotWalk right)
    {
        if (left.Position != right.Position)
        {
            return left.Position < right.Position;
        }

        return left.Offset != right.Offset ? left.Offset < right.Offset : left.Index < right.Index;
    }
}
