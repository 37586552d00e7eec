namespace Search.Corpus.Themes.Features;

/// <summary>Numbers words from 0 in the order they were added: an open hash table of UTF-8 words.</summary>
internal sealed class StemTable
{
    private int[] _slots = new int[1024];
    private int[] _ends = new int[512];
    private byte[] _bytes = new byte[4096];

    /// <summary>Number of words.</summary>
    public int Count { get; private set; }

    /// <summary>A word by its number.</summary>
    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            int start = number == 0 ? 0 : _ends[number - 1];
            return _bytes.AsSpan(start, _ends[number] - start);
        }
    }

    /// <summary>The number of a word; -1 where it is not known.</summary>
    public int Find(ReadOnlySpan<byte> word)
    {
        int slot = Slot(word);
        return _slots[slot] - 1;
    }

    /// <summary>The number of a word, which is added where it is not known.</summary>
    public int Add(ReadOnlySpan<byte> word)
    {
        int slot = Slot(word);
        if (_slots[slot] > 0)
        {
            return _slots[slot] - 1;
        }

        if ((Count + 1) * 2 > _slots.Length)
        {
            Grow();
            slot = Slot(word);
        }

        int start = Count == 0 ? 0 : _ends[Count - 1];
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Count * 2);
        }

        if (start + word.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, start + word.Length));
        }

        word.CopyTo(_bytes.AsSpan(start));
        _ends[Count] = start + word.Length;
        _slots[slot] = ++Count;
        return Count - 1;
    }

    private int Slot(ReadOnlySpan<byte> word)
    {
        int mask = _slots.Length - 1;
        int slot = (int)(Hash(word) & (uint)mask);
        while (_slots[slot] > 0 && !this[_slots[slot] - 1].SequenceEqual(word))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (int number = 0; number < Count; number++)
        {
            _slots[Slot(this[number])] = number + 1;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> word)
    {
        uint hash = 2166136261;
        foreach (byte value in word)
        {
            hash = unchecked((hash ^ value) * 16777619);
        }

        return hash ^ (hash >> 15);
    }
}
