using Search.Engine.Codecs;

namespace Search.Engine.Segments.Postings;

/// <summary>
/// Frequencies and positions of one block of a list, beside the cursor that walks it: what is asked of documents of
/// ascending places is decoded a block at a time. Owned by one cursor.
/// </summary>
internal sealed class SideBlock(PostingsField field, PostingsList list)
{
    private readonly BlockPositions _positions = new(field, list);
    private readonly int[] _frequencies = new int[BlockPostingsCursor.BlockSize];
    private readonly int[] _starts = new int[BlockPostingsCursor.BlockSize + 1];
    private int _block = -1;
    private int _count;
    private bool _hasStarts;

    /// <summary>Says that the list was turned to another term.</summary>
    public void Reset() => _block = -1;

    /// <summary>The frequency of a posting.</summary>
    public int Frequency(int block, int index)
    {
        Load(block);
        return _frequencies[index];
    }

    /// <summary>The positions of a posting as <see cref="Gaps"/>; valid until another block is asked for.</summary>
    public ReadOnlySpan<int> PositionGaps(int block, int index)
    {
        Load(block);
        ReadOnlySpan<int> gaps = _positions.Gaps;
        if (!_hasStarts)
        {
            gaps = _positions.AllGaps(block, _frequencies.AsSpan(0, _count));
            int start = 0;
            for (int i = 0; i < _count; i++)
            {
                _starts[i] = start;
                start += _frequencies[i];
            }

            _starts[_count] = start;
            _hasStarts = true;
        }

        return gaps[_starts[index].._starts[index + 1]];
    }

    /// <summary>Decodes the frequencies of a block.</summary>
    private void Load(int block)
    {
        if (block == _block)
        {
            return;
        }

        _block = -1;
        _hasStarts = false;
        _positions.Reset();
        int docFrequency = list.Entry.DocFrequency;
        _count = Math.Min(BlockPostingsCursor.BlockSize, docFrequency - (block * BlockPostingsCursor.BlockSize));
        Span<int> frequencies = _frequencies.AsSpan(0, _count);
        if (docFrequency == 1)
        {
            frequencies[0] = checked((int)list.Entry.TotalTermFrequency);
        }
        else if (field.Positions is null || (list.Entry.TotalTermFrequency == docFrequency && !list.HasArrays))
        {
            frequencies.Fill(1);
        }
        else
        {
            ReadOnlySpan<byte> bytes = list.Bytes;
            (int start, int end) = list.Block(bytes, block);
            int at = start + 1 + BitPacking.ByteCount(_count, bytes[start]);
            field.Postings.Require(bytes[start] <= 32 && at <= end, $"doc ids of {bytes[start]} bits");
            PatchedInts.Decode(bytes[at..], frequencies);
            Lanes.AddOne(frequencies); // they are kept less one
        }

        _block = block;
    }
}
