using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Search.Engine.Codecs;

namespace Search.Engine.Indexing.Buffers;

/// <summary>
/// Numbers distinct terms from 0 in the order they are first seen: an open hash table whose slots hold the first eight
/// bytes of their terms, so that most look-ups touch one cache line. Linear probing, at most half full.
/// </summary>
internal sealed class TermTable
{
    private const ulong Factor = 0x9E3779B97F4A7C15; // 2^64 over the golden ratio

    private readonly ByteBuffer _bytes = new(1 << 12);
    private Slot[] _slots = new Slot[1 << 10];
    private int[] _starts = new int[1 << 9];
    private int _shift = 64 - 10;

    /// <summary>Number of distinct terms.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of memory held.</summary>
    public long MemoryInBytes => _bytes.Capacity + (_slots.Length * 16L) + (_starts.Length * 4L);

    /// <summary>The bytes of a term; valid until the next is added.</summary>
    public ReadOnlySpan<byte> this[int term]
    {
        get
        {
            int end = term + 1 < Count ? _starts[term + 1] : _bytes.Length;
            return _bytes.Span[_starts[term]..end];
        }
    }

    /// <summary>The number of a term; a new one where it was not seen before.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> term)
    {
        ulong prefix = Prefix(term);
        int place = (int)(Hash(prefix, term) >> _shift);
        while (true)
        {
            ref Slot slot = ref _slots[place];
            if (slot.Number == 0)
            {
                return Add(ref slot, prefix, term);
            }

            if (slot.Prefix == prefix && slot.Length == term.Length
                && (term.Length <= 8 || this[slot.Number - 1].SequenceEqual(term)))
            {
                return slot.Number - 1;
            }

            place = (place + 1) & (_slots.Length - 1);
        }
    }

    /// <summary>All terms in the order of their bytes.</summary>
    public int[] Sort()
    {
        ulong[] keys = new ulong[Count];
        int[] order = new int[Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = BinaryPrimitives.ReverseEndianness(Prefix(this[i]));
        }

        Array.Sort(keys, order);
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = start + 1;
            while (end < order.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                order.AsSpan(start, end - start).Sort((a, b) => this[a].SequenceCompareTo(this[b]));
            }
        }

        return order;
    }

    /// <summary>Forgets all terms and keeps the memory.</summary>
    public void Clear()
    {
        Count = 0;
        _bytes.Clear();
        Array.Clear(_slots);
    }

    /// <summary>The first eight bytes, the first one lowest, zeros behind the end.</summary>
    private static ulong Prefix(ReadOnlySpan<byte> term)
    {
        int length = term.Length;
        if (length >= 8)
        {
            return MemoryMarshal.Read<ulong>(term);
        }

        if (length >= 4)
        {
            ulong low = MemoryMarshal.Read<uint>(term);
            ulong high = MemoryMarshal.Read<uint>(term[(length - 4)..]);
            return low | (high << (8 * (length - 4)));
        }

        ulong prefix = 0;
        for (int i = 0; i < length; i++)
        {
            prefix |= (ulong)term[i] << (8 * i);
        }

        return prefix;
    }

    private static ulong Hash(ulong prefix, ReadOnlySpan<byte> term)
    {
        unchecked
        {
            ulong hash = (prefix ^ (ulong)term.Length) * Factor;
            for (int i = 8; i < term.Length; i += 8)
            {
                hash = ((hash ^ (hash >> 32)) + Prefix(term[i..])) * Factor;
            }

            return (hash ^ (hash >> 29)) * Factor;
        }
    }

    private int Add(ref Slot slot, ulong prefix, ReadOnlySpan<byte> term)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, Count * 2);
        }

        _starts[Count] = _bytes.Length;
        _bytes.Write(term);
        Count++;
        slot = new Slot(prefix, term.Length, Count);
        int number = Count - 1;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return number;
    }

    private void Grow()
    {
        Slot[] old = _slots;
        _slots = new Slot[old.Length * 2];
        _shift--;
        foreach (Slot slot in old)
        {
            if (slot.Number == 0)
            {
                continue;
            }

            int place = (int)(Hash(slot.Prefix, this[slot.Number - 1]) >> _shift);
            while (_slots[place].Number != 0)
            {
                place = (place + 1) & (_slots.Length - 1);
            }

            _slots[place] = slot;
        }
    }

    /// <summary>A place of the table; number 0 is empty, else the term's number and one.</summary>
    private readonly record struct Slot(ulong Prefix, int Length, int Number);
}
