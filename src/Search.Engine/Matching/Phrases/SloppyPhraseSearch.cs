namespace Search.Engine.Matching.Phrases;

/// <summary>
/// Tries every choice of positions for a phrase with slop: for slots that share only some words, where the walk of
/// <see cref="SloppyPhraseMatcher"/> may step over the one choice there is.
/// </summary>
internal sealed class SloppyPhraseSearch(SlotPostings postings, int slop)
{
    /// <summary>Steps that one document may cost; beyond them the best choice so far stands.</summary>
    private const int MaxSteps = 20_000;

    private readonly int[] _chosen = new int[postings.Slots.Count];
    private long _best;
    private int _steps;

    /// <summary>The least length of a choice within the slop in the current document; -1 where there is none.</summary>
    public int Shortest()
    {
        _best = (long)slop + 1;
        _steps = 0;
        Choose(0, 0, 0);
        return _best > slop ? -1 : (int)_best;
    }

    private void Choose(int slot, long least, long most)
    {
        if (slot == _chosen.Length)
        {
            _best = Math.Min(_best, most - least);
            return;
        }

        int offset = postings.Slots[slot].Offset;
        foreach (int position in postings.Cursors[slot].Positions())
        {
            long adjusted = position - offset;
            long low = slot == 0 ? adjusted : Math.Min(least, adjusted);
            long high = slot == 0 ? adjusted : Math.Max(most, adjusted);
            if (high - low < _best && !_chosen.AsSpan(0, slot).Contains(position) && ++_steps <= MaxSteps)
            {
                _chosen[slot] = position;
                Choose(slot + 1, low, high);
            }
        }
    }
}
