using Search.Engine.Matching.Phrases;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Intersections;

/// <summary>
/// Counts an exact phrase in documents that hold all its words. Positions of the words of a document come from blocks
/// that are decoded once for all the documents they hold.
/// </summary>
/// <param name="slots">The slots of the phrase, ascending by offset.</param>
/// <param name="intersection">The documents; its lists are those of the slots, in their order.</param>
internal sealed class PhraseFrequencies(IReadOnlyList<PhraseSlot> slots, TermIntersection intersection)
{
    private const int BlockSize = BlockPostingsCursor.BlockSize;

    private readonly int[] _offsets = [.. slots.Select(slot => slot.Offset)];
    private readonly int[] _frequencies = new int[BlockSize];
    private int[] _bases = new int[16];

    /// <summary>How often each document of the last batch holds the phrase; valid until the next call.</summary>
    public ReadOnlySpan<int> Count()
    {
        Span<int> frequencies = _frequencies.AsSpan(0, intersection.Count);
        for (int i = 0; i < frequencies.Length; i++)
        {
            frequencies[i] = Count(i);
        }

        return frequencies;
    }

    private int Count(int index)
    {
        ReadOnlySpan<int> first = Gaps(0, index);
        ReadOnlySpan<int> second = Gaps(1, index);
        if (first.Length == 1 && second.Length == 1 && _offsets.Length == 2)
        {
            // Once each, as most words of a passage: a single gap is the position.
            return second[0] - first[0] == _offsets[1] - _offsets[0] ? 1 : 0;
        }

        int count = Begin(first, second, _offsets[1] - _offsets[0]);
        for (int slot = 2; slot < _offsets.Length && count > 0; slot++)
        {
            count = Keep(count, Gaps(slot, index), _offsets[slot] - _offsets[0]);
        }

        return count;
    }

    private ReadOnlySpan<int> Gaps(int slot, int index)
    {
        int place = intersection.Places(slot)[index];
        return intersection.Postings[slot].PositionGapsAt(place / BlockSize, place % BlockSize);
    }

    /// <summary>Notes the positions of the first word behind which the second follows.</summary>
    private int Begin(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int offset)
    {
        if (_bases.Length < first.Length)
        {
            _bases = new int[first.Length * 2];
        }

        int count = 0;
        int next = 0;
        int position = -1;
        int other = second[0];
        foreach (int gap in first)
        {
            position += gap + 1;
            while (other < position + offset)
            {
                if (++next == second.Length)
                {
                    return count;
                }

                other += second[next] + 1;
            }

            if (other == position + offset)
            {
                _bases[count++] = position;
            }
        }

        return count;
    }

    /// <summary>Leaves the positions behind which another word stands where it must.</summary>
    private int Keep(int count, ReadOnlySpan<int> gaps, int offset)
    {
        int kept = 0;
        int next = 0;
        int other = gaps[0];
        for (int i = 0; i < count; i++)
        {
            while (other < _bases[i] + offset)
            {
                if (++next == gaps.Length)
                {
                    return kept;
                }

                other += gaps[next] + 1;
            }

            if (other == _bases[i] + offset)
            {
                _bases[kept++] = _bases[i];
            }
        }

        return kept;
    }
}
