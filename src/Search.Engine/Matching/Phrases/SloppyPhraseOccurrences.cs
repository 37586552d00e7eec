using Search.Engine.Matching.Nearness;
using Search.Engine.Schemas;

namespace Search.Engine.Matching.Phrases;

/// <summary>
/// Every way to choose a position for each slot, no position twice, so that adjusted positions (position less offset)
/// lie no
/// farther apart than the slop. Ways of the same extent are one occurrence, which marks the words of all of them.
/// </summary>
internal sealed class SloppyPhraseOccurrences : OccurrenceSource
{
    /// <summary>Steps that one document may cost; beyond them the ways found so far stand.</summary>
    private const int MaxSteps = 200_000;

    private readonly SlotPostings? _postings;
    private readonly int _slop;
    private readonly int[] _chosen;
    private readonly SortedDictionary<(int Start, int End), SortedSet<int>> _found = [];
    private int _steps;

    /// <summary>Makes a source.</summary>
    /// <param name="field">The text field.</param>
    /// <param name="postings">The slots; null where the segment lacks a word.</param>
    /// <param name="slop">Most that adjusted positions may lie apart.</param>
    public SloppyPhraseOccurrences(FieldDefinition field, SlotPostings? postings, int slop)
        : base(field)
    {
        _postings = postings;
        _slop = slop;
        _chosen = new int[postings?.Slots.Count ?? 0];
    }

    /// <inheritdoc/>
    public override void Collect(int docId, OccurrenceList into)
    {
        if (_postings is null || _postings.Seek(docId) != docId)
        {
            return;
        }

        _found.Clear();
        _steps = 0;
        Choose(_postings, 0, long.MaxValue, long.MinValue);
        foreach (((int start, int end), SortedSet<int> words) in _found)
        {
            into.Add(start, end, [.. words.Select(word => new Mark(word, word))]);
        }
    }

    private void Choose(SlotPostings postings, int slot, long least, long most)
    {
        if (slot == _chosen.Length)
        {
            Keep();
            return;
        }

        int offset = postings.Slots[slot].Offset;
        foreach (int position in postings.Cursors[slot].Positions())
        {
            long adjusted = position - offset;
            long low = Math.Min(least, adjusted);
            long high = Math.Max(most, adjusted);
            if (slot > 0 && adjusted > least + _slop)
            {
                break;
            }

            if (high - low <= _slop && !_chosen.AsSpan(0, slot).Contains(position) && ++_steps <= MaxSteps)
            {
                _chosen[slot] = position;
                Choose(postings, slot + 1, low, high);
            }
        }
    }

    private void Keep()
    {
        (int, int) extent = (_chosen.Min(), _chosen.Max());
        if (!_found.TryGetValue(extent, out SortedSet<int>? words))
        {
            _found.Add(extent, words = []);
        }

        words.UnionWith(_chosen);
    }
}
