using Search.Engine.Codecs;

namespace Search.Engine.Segments.Postings;

/// <summary>
/// Frequencies and positions of one block of a list, beside the cursor that walks it: what is asked of documents of
/// ascending places is decoded a block at a time. Owned by one cursor.
/// </summary>
internal sealed class SideBlock(PostingsField field, PostingsList list)
{
    private const int BlockSize = BlockPostingsCursor.BlockSize;

    /// <summary>Up to so many documents of a block have their positions taken out one by one.</summary>
    private const int Few = 3;

    private readonly BlockPositions _positions = new(field, list);
    private readonly int[] _frequencies = new int[BlockSize];

    /// <summary>Occurrences in the block up to each document.</summary>
    private readonly int[] _ends = new int[BlockSize];

    private int _block = -1;
    private bool _hasSums;

    /// <summary>Says that the list was turned to another term.</summary>
    public void Reset() => _block = -1;

    /// <summary>The frequency of a posting; the block is not decoded for it.</summary>
    public int Frequency(int block, int index)
    {
        if (block == _block)
        {
            return _frequencies[index];
        }

        if (list.Entry.DocFrequency == 1)
        {
            return checked((int)list.Entry.TotalTermFrequency);
        }

        ReadOnlySpan<byte> bytes = FrequencyBytes(block);
        return bytes.IsEmpty ? 1 : unchecked(PatchedInts.Get(bytes, Count(block), index) + 1);
    }

    /// <summary>Adds the positions of postings to a batch.</summary>
    /// <param name="places">Numbers of the postings in the list, ascending.</param>
    /// <param name="documents">The number of each in the batch, ascending.</param>
    /// <param name="batch">Receives them.</param>
    public void Gather(ReadOnlySpan<int> places, ReadOnlySpan<int> documents, PositionKeys batch)
    {
        int next = 0;
        while (next < places.Length)
        {
            int block = places[next] / BlockSize;
            int end = (block + 1) * BlockSize;
            int stop = next + 1;
            while (stop < places.Length && places[stop] < end)
            {
                stop++;
            }

            Load(block);
            int total = _ends[Count(block) - 1];
            if (_hasSums || stop - next > Few)
            {
                AddAll(places[next..stop], documents[next..stop], total, batch);
            }
            else
            {
                AddFew(places[next..stop], documents[next..stop], total, batch);
            }

            next = stop;
        }
    }

    private void AddAll(ReadOnlySpan<int> places, ReadOnlySpan<int> documents, int total, PositionKeys batch)
    {
        if (!_hasSums)
        {
            _positions.SumGaps(_block, total);
            _hasSums = true;
        }

        ReadOnlySpan<int> sums = _positions.Sums;
        for (int i = 0; i < places.Length; i++)
        {
            int index = places[i] % BlockSize;
            int count = _frequencies[index];
            batch.AddSums(documents[i], sums, _ends[index] - count, count);
        }
    }

    private void AddFew(ReadOnlySpan<int> places, ReadOnlySpan<int> documents, int total, PositionKeys batch)
    {
        for (int i = 0; i < places.Length; i++)
        {
            int index = places[i] % BlockSize;
            int count = _frequencies[index];
            batch.AddGaps(documents[i], _positions.SomeGaps(_block, total, _ends[index] - count, count));
        }
    }

    private int Count(int block) => Math.Min(BlockSize, list.Entry.DocFrequency - (block * BlockSize));

    /// <summary>Decodes the frequencies of a block.</summary>
    private void Load(int block)
    {
        if (block == _block)
        {
            return;
        }

        _block = -1;
        _hasSums = false;
        _positions.Reset();
        Decode(block, _frequencies.AsSpan(0, Count(block)));
        _block = block;
    }

    private void Decode(int block, Span<int> frequencies)
    {
        int docFrequency = list.Entry.DocFrequency;
        Span<int> ends = _ends.AsSpan(0, frequencies.Length);
        uint bits = 0;
        if (docFrequency == 1)
        {
            ends[0] = frequencies[0] = checked((int)list.Entry.TotalTermFrequency);
            return;
        }

        ReadOnlySpan<byte> bytes = FrequencyBytes(block);
        if (bytes.IsEmpty)
        {
            frequencies.Clear();
        }
        else
        {
            bits = PatchedInts.Decode(bytes, frequencies); // they are kept less one
        }

        // Gaps stand for one more each, as these frequencies do, so both are summed up alike.
        bool isShort = ((long)bits + 1) * BlockSize <= list.Entry.TotalTermFrequency;
        field.Postings.Require(isShort || Sum(frequencies) <= list.Entry.TotalTermFrequency, "too many occurrences");
        frequencies.CopyTo(ends);
        Gaps.Decode(ends, 0);
        Lanes.AddOne(frequencies);
    }

    /// <summary>Where the frequencies of a block are kept; empty where all are 1.</summary>
    private ReadOnlySpan<byte> FrequencyBytes(int block)
    {
        if (!field.HasFrequencies
            || (list.Entry.TotalTermFrequency == list.Entry.DocFrequency && !list.HasArrays))
        {
            return [];
        }

        ReadOnlySpan<byte> bytes = list.Bytes;
        (int start, int end) = list.Block(bytes, block);
        int at = start + 1 + BitPacking.ByteCount(Count(block), bytes[start]);
        field.Postings.Require(bytes[start] <= 32 && at < end, $"doc ids of {bytes[start]} bits");
        return bytes[at..];
    }

    private static long Sum(ReadOnlySpan<int> lessOne)
    {
        long sum = lessOne.Length;
        foreach (int value in lessOne)
        {
            sum += unchecked((uint)value);
        }

        return sum;
    }
}
