using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Segments.Postings;

/// <summary>
/// Positions in up to a block of documents as ascending numbers: a document's number within the batch above, the
/// position below. Two words stand beside each other where their numbers do, so one merge of two batches finds all
/// places of a phrase.
/// </summary>
internal sealed class PositionKeys
{
    private const int PositionBits = 32;

    private long[] _keys = ArrayPool<long>.Shared.Rent(2 * BlockPostingsCursor.BlockSize);

    /// <summary>Number of positions.</summary>
    public int Count { get; private set; }

    /// <summary>The numbers, ascending.</summary>
    public ReadOnlySpan<long> Keys => _keys.AsSpan(0, Count);

    /// <summary>The document that a number belongs to.</summary>
    public static int Document(long key) => (int)(key >> PositionBits);

    /// <summary>Takes all positions out.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a document by the gaps of its positions (see <see cref="Codecs.Gaps"/>).</summary>
    public void AddGaps(int document, ReadOnlySpan<int> gaps)
    {
        Span<long> keys = Room(gaps.Length);
        long key = (long)document << PositionBits;
        int position = -1;
        for (int i = 0; i < gaps.Length; i++)
        {
            position = unchecked(position + gaps[i] + 1);
            keys[i] = key | unchecked((uint)position);
        }

        Count += gaps.Length;
    }

    /// <summary>Adds a document by the sums of the gaps of many documents, one behind the other.</summary>
    /// <param name="document">The document.</param>
    /// <param name="sums">Gaps plus one each, summed up from the first document on; three more may be read.</param>
    /// <param name="start">How many gaps the documents before it have.</param>
    /// <param name="count">How many gaps it has.</param>
    public void AddSums(int document, ReadOnlySpan<int> sums, int start, int count)
    {
        Span<long> keys = Room(count + Vector128<int>.Count);
        Vector128<int> before = Vector128.Create(start == 0 ? 1 : unchecked(sums[start - 1] + 1));
        Vector128<long> key = Vector128.Create((long)document << PositionBits);

        // Four at a time, whatever the count: hardly a document has more, and what is too much is written over.
        for (int done = 0; done < count; done += Vector128<int>.Count)
        {
            Vector128<int> positions = Vector128.Create(sums.Slice(start + done, Vector128<int>.Count)) - before;
            (Vector128<ulong> low, Vector128<ulong> high) = Vector128.Widen(positions.AsUInt32());
            (low.AsInt64() | key).CopyTo(keys[done..]);
            (high.AsInt64() | key).CopyTo(keys[(done + Vector128<long>.Count)..]);
        }

        Count += count;
    }

    /// <summary>Keeps the numbers that have another at an offset, which must be above zero or below.</summary>
    public void Keep(PositionKeys others, int offset)
    {
        int length = Count;
        int otherLength = others.Count;
        ref long at = ref MemoryMarshal.GetArrayDataReference(_keys);
        ref long otherAt = ref MemoryMarshal.GetArrayDataReference(others._keys);
        int kept = 0;
        int i = 0;
        int j = 0;
        while (i < length && j < otherLength)
        {
            // No branch hangs on the comparison: it goes either way as often.
            long key = Unsafe.Add(ref at, i);
            long wanted = key + offset;
            long other = Unsafe.Add(ref otherAt, j);
            Unsafe.Add(ref at, kept) = key;
            kept += wanted == other ? 1 : 0;
            i += wanted <= other ? 1 : 0;
            j += wanted >= other ? 1 : 0;
        }

        Count = kept;
    }

    /// <summary>Gives back what was rented; nothing more is added.</summary>
    public void Return()
    {
        long[] keys = _keys;
        (_keys, Count) = ([], 0);
        ArrayPool<long>.Shared.Return(keys);
    }

    private Span<long> Room(int count)
    {
        if (Count + count > _keys.Length)
        {
            int length = Math.Max(Count + count, (int)Math.Min(_keys.Length * 2L, Array.MaxLength));
            long[] keys = ArrayPool<long>.Shared.Rent(length);
            Keys.CopyTo(keys);
            ArrayPool<long>.Shared.Return(_keys);
            _keys = keys;
        }

        return _keys.AsSpan(Count);
    }
}
