using System.Runtime.InteropServices;

namespace Search.Engine.Segments.Columns;

/// <summary>Numbers distinct runs of ordinals from 0 in the order they are first seen: an open hash table.</summary>
internal sealed class OrdinalSets
{
    private const uint Prime = 0x9E3779B1; // 2^32 over the golden ratio

    private readonly List<int> _ordinals = [];
    private readonly List<int> _ends = [];
    private int[] _slots = new int[256]; // 0 is empty, else the number and one; at most half full

    /// <summary>Number of distinct runs.</summary>
    public int Count => _ends.Count;

    /// <summary>The ordinals of a run; valid until the next is added.</summary>
    public ReadOnlySpan<int> this[int set] =>
        CollectionsMarshal.AsSpan(_ordinals)[(set == 0 ? 0 : _ends[set - 1]).._ends[set]];

    /// <summary>The number of a run; a new one where it was not seen before.</summary>
    public int GetOrAdd(ReadOnlySpan<int> ordinals)
    {
        int place = Place(ordinals);
        while (_slots[place] != 0)
        {
            if (this[_slots[place] - 1].SequenceEqual(ordinals))
            {
                return _slots[place] - 1;
            }

            place = (place + 1) & (_slots.Length - 1);
        }

        _ordinals.AddRange(ordinals);
        _ends.Add(_ordinals.Count);
        _slots[place] = Count;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private int Place(ReadOnlySpan<int> ordinals)
    {
        unchecked
        {
            uint hash = (uint)ordinals.Length;
            foreach (int ordinal in ordinals)
            {
                hash = ((hash ^ (hash >> 15)) + (uint)ordinal) * Prime;
            }

            return (int)((hash ^ (hash >> 16)) & (uint)(_slots.Length - 1));
        }
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (int set = 0; set < Count; set++)
        {
            int place = Place(this[set]);
            while (_slots[place] != 0)
            {
                place = (place + 1) & (_slots.Length - 1);
            }

            _slots[place] = set + 1;
        }
    }
}
