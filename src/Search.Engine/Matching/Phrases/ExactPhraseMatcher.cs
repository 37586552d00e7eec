namespace Search.Engine.Matching.Phrases;

/// <summary>Finds where all slots of a phrase stand exactly at their offsets.</summary>
internal sealed class ExactPhraseMatcher(SlotPostings postings)
{
    private int[] _bases = new int[16];

    /// <summary>
    /// The positions at which offset 0 of the phrase falls in the current document, ascending; valid until the next
    /// call.
    /// </summary>
    public ReadOnlySpan<int> Find()
    {
        int lead = 0;
        for (int i = 1; i < postings.Cursors.Length; i++)
        {
            if (postings.Cursors[i].Frequency < postings.Cursors[lead].Frequency)
            {
                lead = i;
            }
        }

        int count = Begin(postings.Cursors[lead].Positions(), postings.Slots[lead].Offset);
        for (int i = 0; i < postings.Cursors.Length && count > 0; i++)
        {
            if (i != lead)
            {
                count = Keep(_bases.AsSpan(0, count), postings.Cursors[i].Positions(), postings.Slots[i].Offset);
            }
        }

        return _bases.AsSpan(0, count);
    }

    private int Begin(ReadOnlySpan<int> positions, int offset)
    {
        if (_bases.Length < positions.Length)
        {
            _bases = new int[positions.Length * 2];
        }

        int count = 0;
        foreach (int position in positions)
        {
            if (position >= offset)
            {
                _bases[count++] = position - offset;
            }
        }

        return count;
    }

    private static int Keep(Span<int> bases, ReadOnlySpan<int> positions, int offset)
    {
        int kept = 0;
        int next = 0;
        foreach (int start in bases)
        {
            int wanted = start + offset;
            while (next < positions.Length && positions[next] < wanted)
            {
                next++;
            }

            if (next == positions.Length)
            {
                break;
            }

            if (positions[next] == wanted)
            {
                bases[kept++] = start;
            }
        }

        return kept;
    }
}
