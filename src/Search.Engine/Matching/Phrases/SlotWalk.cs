namespace Search.Engine.Matching.Phrases;

/// <summary>A cursor over the positions of one slot in one document.</summary>
/// <param name="offset">Offset of the slot within the phrase.</param>
/// <param name="index">Place of the slot in the phrase.</param>
internal sealed class SlotWalk(int offset, int index)
{
    private int[] _positions = new int[8];
    private int _count;
    private int _next;

    /// <summary>Offset of the slot within the phrase.</summary>
    public int Offset => offset;

    /// <summary>Place of the slot in the phrase.</summary>
    public int Index => index;

    /// <summary>The current position less the offset.</summary>
    public int Position { get; private set; }

    /// <summary>Number of the group of slots that share words; -1 for none.</summary>
    public int Group { get; set; } = -1;

    /// <summary>Place within the group, by offset.</summary>
    public int Rank { get; set; }

    /// <summary>Begins with the first of one or more positions, ascending.</summary>
    public void Begin(ReadOnlySpan<int> positions)
    {
        if (_positions.Length < positions.Length)
        {
            _positions = new int[positions.Length * 2];
        }

        positions.CopyTo(_positions);
        _count = positions.Length;
        _next = 0;
        Next();
    }

    /// <summary>Moves to the next position; false behind the last, where the walk stays.</summary>
    public bool Next()
    {
        if (_next == _count)
        {
            return false;
        }

        Position = _positions[_next++] - offset;
        return true;
    }
}
