using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Search.Engine.Codecs;
using Search.Engine.Segments.Files;

namespace Search.Engine.Segments.Documents;

/// <summary>
/// Collects the stored values of documents into blocks of some 8 KB and compresses each by itself (Brotli, RFC 7932, at
/// its second lowest quality), so that one document is read by decompressing one block.
/// </summary>
internal sealed class DocumentBlockWriter : IDisposable
{
    /// <summary>Bytes of values after which a block is closed.</summary>
    public const int BlockLength = 8 << 10;

    /// <summary>Documents after which a block is closed, however small they are.</summary>
    public const int MaxDocsPerBlock = 512;

    private const int Quality = 1;
    private const int Window = 18;

    private readonly SpillBuffer? _blocks;
    private readonly SegmentFileWriter? _output;
    private readonly List<int> _firstDocs = [];
    private readonly List<long> _offsets = [];
    private readonly List<int> _lengths = [];
    private readonly ByteBuffer _values = new(BlockLength * 2);
    private readonly ByteBuffer _raw = new(BlockLength * 2);
    private byte[] _compressed = new byte[BlockLength * 2];
    private long _blocksLength;
    private int _docCount;
    private int _start;

    /// <summary>Makes a writer that is filled while other sections are written.</summary>
    /// <param name="blocks">Where compressed blocks are kept; owned by the writer.</param>
    public DocumentBlockWriter(SpillBuffer blocks) => _blocks = blocks;

    /// <summary>Makes a writer whose blocks go straight to the segment file.</summary>
    /// <param name="output">The segment file; no other section may be begun before the end.</param>
    public DocumentBlockWriter(SegmentFileWriter output)
    {
        _output = output;
        output.BeginSection(SectionKind.Documents, 0);
    }

    /// <summary>Bytes of all blocks, and those that are not compressed yet.</summary>
    public long Length => _blocksLength + _values.Length;

    /// <summary>Appends a value to the pending document.</summary>
    /// <param name="field">Number of the field.</param>
    /// <param name="value">The value; lone surrogates become U+FFFD.</param>
    public void Add(int field, ReadOnlySpan<char> value)
    {
        _values.WriteVarInt((ulong)field);
        int length = Encoding.UTF8.GetByteCount(value);
        _values.WriteVarInt((ulong)length);
        Encoding.UTF8.GetBytes(value, _values.Reserve(length));
        _values.Advance(length);
    }

    /// <summary>Ends the pending document; one without values is legal.</summary>
    public void EndDocument()
    {
        _lengths.Add(_values.Length - _start);
        _start = _values.Length;
        _docCount++;
        if (_values.Length >= BlockLength || _lengths.Count == MaxDocsPerBlock)
        {
            FlushBlock();
        }
    }

    /// <summary>Appends a document as it was encoded by another writer.</summary>
    public void AddEncoded(ReadOnlySpan<byte> values)
    {
        _values.Write(values);
        EndDocument();
    }

    /// <summary>Appends a whole compressed block of another segment.</summary>
    public void AddBlock(ReadOnlySpan<byte> block, int docCount)
    {
        FlushBlock();
        Append(_docCount, block);
        _docCount += docCount;
    }

    /// <summary>Throws the pending document away.</summary>
    public void Rollback()
    {
        int over = _values.Length - _start;
        _values.Advance(-over);
    }

    /// <summary>Writes both sections.</summary>
    public void Finish(SegmentFileWriter output)
    {
        FlushBlock();
        _firstDocs.Add(_docCount);
        _offsets.Add(_blocksLength);
        if (_blocks is not null)
        {
            output.BeginSection(SectionKind.Documents, 0);
            _blocks.CopyTo(output);
        }

        output.EndSection();
        output.BeginSection(SectionKind.DocumentIndex, 0);
        output.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_offsets)));
        output.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_firstDocs)));
        output.EndSection();
    }

    /// <summary>Throws away what was not finished.</summary>
    public void Dispose() => _blocks?.Dispose();

    private void FlushBlock()
    {
        if (_lengths.Count == 0)
        {
            return;
        }

        _raw.Clear();
        _raw.WriteVarInt((ulong)_lengths.Count);
        foreach (int length in _lengths)
        {
            _raw.WriteVarInt((ulong)length);
        }

        _raw.Write(_values.Span);
        int room = BrotliEncoder.GetMaxCompressedLength(_raw.Length);
        if (_compressed.Length < room + sizeof(int))
        {
            _compressed = new byte[room + sizeof(int)];
        }

        BinaryPrimitives.WriteInt32LittleEndian(_compressed, _raw.Length);
        if (!BrotliEncoder.TryCompress(_raw.Span, _compressed.AsSpan(sizeof(int)), out int written, Quality, Window))
        {
            throw new InvalidOperationException($"A block of {_raw.Length} bytes did not compress into {room}.");
        }

        Append(_docCount - _lengths.Count, _compressed.AsSpan(0, written + sizeof(int)));
        _values.Clear();
        _lengths.Clear();
        _start = 0;
    }

    private void Append(int firstDoc, ReadOnlySpan<byte> block)
    {
        _firstDocs.Add(firstDoc);
        _offsets.Add(_blocksLength);
        _blocksLength += block.Length;
        _blocks?.Write(block);
        _output?.Write(block);
    }
}
