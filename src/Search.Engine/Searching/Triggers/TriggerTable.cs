namespace Search.Engine.Searching.Triggers;

/// <summary>
/// Words and beginnings of words with a value each: an open hash table whose hash runs along a word, so that all
/// beginnings of a word are looked up in one pass over its bytes.
/// </summary>
internal sealed class TriggerTable
{
    private readonly uint[] _hashes;
    private readonly byte[]?[] _terms;
    private readonly bool[] _arePrefixes;
    private readonly int[]?[] _groups;
    private readonly int _mask;

    /// <summary>A bit for each length that a beginning has; the last for all from there on.</summary>
    private readonly ulong _prefixLengths;

    /// <summary>Makes a table.</summary>
    /// <param name="triggers">The words and beginnings, and the sets of each.</param>
    public TriggerTable(IReadOnlyList<(Trigger Trigger, int[] Groups)> triggers)
    {
        int size = 16;
        while (size < triggers.Count * 4)
        {
            size *= 2;
        }

        _mask = size - 1;
        _hashes = new uint[size];
        _terms = new byte[]?[size];
        _arePrefixes = new bool[size];
        _groups = new int[]?[size];
        foreach ((Trigger trigger, int[] groups) in triggers)
        {
            uint hash = Start;
            foreach (byte value in trigger.Term)
            {
                hash = Next(hash, value);
            }

            int slot = (int)(Mix(hash) & (uint)_mask);
            while (_terms[slot] is not null)
            {
                slot = (slot + 1) & _mask;
            }

            (_hashes[slot], _terms[slot], _arePrefixes[slot], _groups[slot]) =
                (hash, trigger.Term, trigger.IsPrefix, groups);
            _prefixLengths |= trigger.IsPrefix ? LengthBit(trigger.Term.Length) : 0;
        }
    }

    private static uint Start => 2166136261;

    /// <summary>Notes the sets of a word and of its beginnings.</summary>
    public void Note(ReadOnlySpan<byte> term, Span<bool> held)
    {
        uint hash = Start;
        for (int i = 0; i < term.Length; i++)
        {
            hash = Next(hash, term[i]);
            if ((_prefixLengths & LengthBit(i + 1)) != 0)
            {
                Find(term[..(i + 1)], hash, true, held);
            }
        }

        Find(term, hash, false, held);
    }

    private static uint Next(uint hash, byte value) => unchecked((hash ^ value) * 16777619);

    private static uint Mix(uint hash) => hash ^ (hash >> 15);

    private static ulong LengthBit(int length) => 1UL << Math.Min(length, 63);

    private void Find(ReadOnlySpan<byte> term, uint hash, bool isPrefix, Span<bool> held)
    {
        for (int slot = (int)(Mix(hash) & (uint)_mask); _terms[slot] is byte[] known; slot = (slot + 1) & _mask)
        {
            if (_hashes[slot] == hash && _arePrefixes[slot] == isPrefix && term.SequenceEqual(known))
            {
                foreach (int group in _groups[slot] ?? [])
                {
                    held[group] = true;
                }

                return;
            }
        }
    }
}
