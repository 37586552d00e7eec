using System.Runtime.InteropServices;
using Search.Engine.Codecs;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Segments.Postings;

/// <summary>
/// Writes the posting lists of one inverted field into the open section of a segment file, and the positions into a
/// buffer beside it. Postings of a term come in any number of runs. Blocks are written as they fill; what is kept of
/// each (last doc id, place, best pairs) follows behind the blocks as arrays. See <c>docs/FORMAT.md</c>.
/// </summary>
internal sealed class PostingsWriter
{
    private const int BlockSize = BlockPostingsCursor.BlockSize;

    private readonly SegmentFileWriter _output;
    private readonly SpillBuffer? _positions;
    private readonly byte[]? _norms;
    private readonly ImpactCollector _collector;
    private readonly int[] _docs = new int[BlockSize];
    private readonly int[] _frequencies = new int[BlockSize];
    private readonly int[] _scratch = new int[BlockSize];
    private readonly ByteBuffer _bytes = new(1 << 12);
    private readonly List<int> _lastDocs = [];
    private readonly List<int> _starts = [];
    private readonly List<int> _positionStarts = [];
    private readonly List<ulong> _impacts = [];
    private int[] _gaps = new int[1024];
    private int _gapCount;
    private int _occurrences;
    private int _count;
    private int _docFrequency;
    private long _totalTermFrequency;
    private long _listStart;
    private long _positionsStart;

    /// <summary>Makes a writer for one inverted field, whose section of postings is open.</summary>
    /// <param name="output">The segment file.</param>
    /// <param name="positions">Where positions go; null where none are kept.</param>
    /// <param name="norms">Norms by doc id; null where no frequencies are kept.</param>
    public PostingsWriter(SegmentFileWriter output, SpillBuffer? positions, byte[]? norms)
    {
        _output = output;
        _positions = positions;
        _norms = norms;
        _collector = new ImpactCollector(norms ?? []);
    }

    /// <summary>Begins the list of the next term.</summary>
    public void BeginTerm()
    {
        _docFrequency = 0;
        _totalTermFrequency = 0;
        _listStart = _output.SectionLength;
        _positionsStart = _positions?.Length ?? 0;
        _lastDocs.Clear();
        _starts.Clear();
        _positionStarts.Clear();
        _impacts.Clear();
    }

    /// <summary>Appends a run of postings.</summary>
    /// <param name="docs">Doc ids, ascending, behind those before.</param>
    /// <param name="frequencies">As many frequencies; empty where the field keeps none.</param>
    /// <param name="gaps">
    /// The positions of all of them one after the other, each document's as <see cref="Gaps"/>; empty where none are
    /// kept.
    /// </param>
    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<int> frequencies, ReadOnlySpan<int> gaps)
    {
        while (docs.Length > 0)
        {
            int part = Math.Min(docs.Length, BlockSize - _count);
            docs[..part].CopyTo(_docs.AsSpan(_count));
            docs = docs[part..];
            if (_norms is not null)
            {
                int occurrences = 0;
                foreach (int frequency in frequencies[..part])
                {
                    occurrences += frequency;
                }

                frequencies[..part].CopyTo(_frequencies.AsSpan(_count));
                frequencies = frequencies[part..];
                _occurrences += occurrences;
                if (_positions is not null)
                {
                    AddGaps(gaps[..occurrences]);
                    gaps = gaps[occurrences..];
                }
            }

            _count += part;
            if (_count == BlockSize)
            {
                FlushBlock();
            }
        }
    }

    /// <summary>Ends the list; at least one posting was added.</summary>
    public TermEntry EndTerm()
    {
        bool isShort = _lastDocs.Count == 0;
        _docFrequency += isShort ? _count : 0;
        _totalTermFrequency += isShort ? _occurrences : 0;
        if (!isShort)
        {
            if (_count > 0)
            {
                FlushBlock();
            }

            return EndBlocks();
        }

        long total = _norms is null ? _docFrequency : _totalTermFrequency;
        long positionsOffset = _positionsStart;
        if (_positions is not null)
        {
            positionsOffset = total == 1 ? _gaps[0] : _positionsStart;
            if (total > 1)
            {
                WriteGaps();
            }
        }

        int first = _docs[0];
        if (_docFrequency > 1)
        {
            EncodeBlock(-1, total != _docFrequency);
            _output.Write(_bytes.Span);
        }

        (_count, _gapCount, _occurrences) = (0, 0, 0);
        return new TermEntry(_docFrequency, total, _docFrequency == 1 ? first : _listStart, positionsOffset);
    }

    private void AddGaps(ReadOnlySpan<int> gaps)
    {
        int end = checked(_gapCount + gaps.Length);
        if (end > _gaps.Length)
        {
            Array.Resize(ref _gaps, Math.Max(end, (int)Math.Min(_gaps.Length * 2L, Array.MaxLength)));
        }

        gaps.CopyTo(_gaps.AsSpan(_gapCount));
        _gapCount = end;
    }

    /// <summary>Encodes the pending block: width, packed gaps of doc ids, frequencies less one.</summary>
    private void EncodeBlock(int before, bool hasFrequencies)
    {
        Span<int> gaps = _scratch.AsSpan(0, _count);
        Gaps.Encode(_docs.AsSpan(0, _count), before, gaps);
        int width = BitPacking.Width(gaps);
        int length = BitPacking.ByteCount(_count, width);
        _bytes.Clear();
        _bytes.Write((byte)width);
        BitPacking.Pack(gaps, width, _bytes.Reserve(length + BitPacking.Slack));
        _bytes.Advance(length);
        if (!hasFrequencies)
        {
            return;
        }

        for (int i = 0; i < _count; i++)
        {
            gaps[i] = _frequencies[i] - 1;
        }

        _bytes.Advance(PatchedInts.Encode(gaps, _bytes.Reserve(PatchedInts.MaxByteCount(_count))));
    }

    private void FlushBlock()
    {
        int before = _lastDocs.Count == 0 ? -1 : _lastDocs[^1];
        _starts.Add(checked((int)(_output.SectionLength - _listStart)));
        _lastDocs.Add(_docs[_count - 1]);
        _docFrequency += _count;
        if (_positions is not null)
        {
            _positionStarts.Add(checked((int)(_positions.Length - _positionsStart)));
            WriteGaps();
        }

        if (_norms is not null)
        {
            _totalTermFrequency += _occurrences;
            _collector.Add(_docs.AsSpan(0, _count), _frequencies.AsSpan(0, _count), _norms);
            _impacts.Add(_collector.Take());
        }

        EncodeBlock(before, _norms is not null);
        _output.Write(_bytes.Span);
        (_count, _gapCount, _occurrences) = (0, 0, 0);
    }

    private void WriteGaps()
    {
        ReadOnlySpan<int> gaps = _gaps.AsSpan(0, _gapCount);
        _bytes.Clear();
        _bytes.Advance(PatchedInts.Encode(gaps, _bytes.Reserve(PatchedInts.MaxByteCount(gaps.Length))));
        _positions!.Write(_bytes.Span); // only called where there are positions
    }

    /// <summary>Writes the arrays behind the blocks.</summary>
    private TermEntry EndBlocks()
    {
        _output.Align(sizeof(uint));
        long offset = _output.SectionLength;
        _bytes.Clear();
        _bytes.WriteUInt32((uint)(offset - _listStart));
        _output.Write(_bytes.Span);
        _output.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_lastDocs)));
        _output.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_starts)));
        if (_norms is null)
        {
            return new TermEntry(_docFrequency, _docFrequency, offset, 0);
        }

        _output.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_positionStarts))); // none without positions
        _output.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_impacts)));
        _bytes.Clear();
        ReadOnlySpan<ulong> impacts = CollectionsMarshal.AsSpan(_impacts);
        for (int i = 0; i < impacts.Length; i++)
        {
            _collector.Add(impacts[i]);
            if (i % BlockPostingsCursor.BlocksPerGroup == BlockPostingsCursor.BlocksPerGroup - 1
                || i == impacts.Length - 1)
            {
                _bytes.WriteUInt64(_collector.Take());
            }
        }

        _output.Write(_bytes.Span);
        return new TermEntry(_docFrequency, _totalTermFrequency, offset, _positionsStart);
    }
}
