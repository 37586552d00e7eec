using Search.Engine.Codecs;
using Search.Engine.Segments.Files;

namespace Search.Engine.Segments.Postings;

/// <summary>
/// Decodes positions of the documents of one block, alone or all together. They are kept as gaps, one run a block: a
/// document's begin behind as many as the documents before it in the block have.
/// </summary>
internal sealed class BlockPositions(PostingsField field, PostingsList list)
{
    private const int SumSlack = 3;

    private int[] _values = new int[16];
    private int _total;
    private int _index;
    private int _before;
    private int _decoded;
    private int _sumCount;

    /// <summary>Says that the cursor came to another block.</summary>
    public void Reset()
    {
        _total = -1;
        _decoded = -1;
        (_index, _before) = (0, 0);
    }

    /// <summary>The positions of a document of the block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="frequencies">The frequencies of its documents.</param>
    /// <param name="index">Place of the document in the block.</param>
    public ReadOnlySpan<int> Of(int block, ReadOnlySpan<int> frequencies, int index)
    {
        int frequency = frequencies[index];
        Span<int> positions = Room(frequency);
        if (_decoded == index)
        {
            return positions;
        }

        if (list.Entry.TotalTermFrequency == 1)
        {
            positions[0] = (int)list.Entry.PositionsOffset;
        }
        else
        {
            int start = CountBefore(frequencies, index);
            int total = Total(frequencies);
            PatchedInts.Decode(Read(block, total), total, start, positions);
        }

        Codecs.Gaps.Decode(positions, -1);
        _decoded = index;
        return positions;
    }

    /// <summary>What <see cref="SumGaps"/> gave last for the block, with three more that mean nothing.</summary>
    public ReadOnlySpan<int> Sums => _values.AsSpan(0, _sumCount + SumSlack);

    /// <summary>
    /// The gaps of all documents of the block, one document behind the other; valid until the next call.
    /// </summary>
    public ReadOnlySpan<int> AllGaps(int block, ReadOnlySpan<int> frequencies)
    {
        int total = Total(frequencies);
        Span<int> gaps = Room(total);
        _decoded = -1;
        Decode(block, gaps);
        return gaps;
    }

    /// <summary>Sums up the gaps of the block, one more each, over all its documents; sums may run over.</summary>
    /// <param name="block">The block.</param>
    /// <param name="total">How many gaps it has.</param>
    public void SumGaps(int block, int total)
    {
        Span<int> gaps = Room(total + SumSlack)[..total];
        _decoded = -1;
        _sumCount = total;
        Decode(block, gaps);
        Codecs.Gaps.Decode(gaps, 0);
    }

    /// <summary>Some of the gaps of a block; valid until the next call.</summary>
    /// <param name="block">The block.</param>
    /// <param name="total">How many gaps it has.</param>
    /// <param name="start">How many to pass over.</param>
    /// <param name="count">How many.</param>
    public ReadOnlySpan<int> SomeGaps(int block, int total, int start, int count)
    {
        Span<int> gaps = Room(count);
        _decoded = -1;
        if (list.Entry.TotalTermFrequency == 1)
        {
            gaps[0] = (int)list.Entry.PositionsOffset;
        }
        else
        {
            PatchedInts.Decode(Read(block, total), total, start, gaps);
        }

        return gaps;
    }

    private void Decode(int block, Span<int> gaps)
    {
        if (list.Entry.TotalTermFrequency == 1)
        {
            gaps[0] = (int)list.Entry.PositionsOffset;
        }
        else
        {
            PatchedInts.Decode(Read(block, gaps.Length), gaps);
        }
    }

    private Span<int> Room(int count)
    {
        if (_values.Length < count)
        {
            _values = new int[count * 2];
            _decoded = -1;
        }

        return _values.AsSpan(0, count);
    }

    /// <summary>Positions of the documents before one; goes on from the last document asked for.</summary>
    private int CountBefore(ReadOnlySpan<int> frequencies, int index)
    {
        if (_index > index)
        {
            (_index, _before) = (0, 0);
        }

        while (_index < index)
        {
            _before += frequencies[_index++];
        }

        return _before;
    }

    private int Total(ReadOnlySpan<int> frequencies)
    {
        if (_total < 0)
        {
            long total = 0;
            foreach (int frequency in frequencies)
            {
                total += frequency;
            }

            field.Postings.Require(
                total <= Math.Min(list.Entry.TotalTermFrequency, int.MaxValue), $"{total} occurrences in a block");
            _total = (int)total;
        }

        return _total;
    }

    private ReadOnlySpan<byte> Read(int block, int total)
    {
        SegmentSection section = field.Positions!; // asked only where the field has positions
        long offset = list.PositionsOffset(block);
        return section.Read(offset, section.PatchedLength(offset, total), BitPacking.Slack);
    }
}
