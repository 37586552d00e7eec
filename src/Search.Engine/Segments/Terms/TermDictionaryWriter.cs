using System.Runtime.InteropServices;
using Search.Engine.Codecs;
using Search.Engine.Segments.Files;
using Search.Engine.Storage;

namespace Search.Engine.Segments.Terms;

/// <summary>
/// Writes the terms of one inverted field: front-coded blocks of 32, and an index with the shortest bytes that part
/// each block from the one before. Terms come in the order of their bytes.
/// </summary>
internal sealed class TermDictionaryWriter : IDisposable
{
    /// <summary>Terms in every block but the last.</summary>
    public const int BlockSize = 32;

    private readonly bool _hasPositions;
    private readonly List<uint>? _letters;
    private readonly SpillBuffer _blocks;
    private readonly List<long> _blockOffsets = [];
    private readonly List<int> _keyEnds = [];
    private readonly ByteBuffer _keys = new();
    private readonly ByteBuffer _terms = new();
    private readonly ByteBuffer _entries = new();
    private readonly ByteBuffer _block = new();
    private readonly ByteBuffer _last = new();
    private int _inBlock;
    private long _postingsOffset;
    private long _positionsOffset;

    /// <summary>Makes a writer for one inverted field.</summary>
    /// <param name="storage">Where blocks spill to.</param>
    /// <param name="spillName">Name of the file they spill to.</param>
    /// <param name="hasPositions">Whether entries carry a frequency and positions.</param>
    /// <param name="hasLetters">Whether the letters of the terms are kept beside them.</param>
    public TermDictionaryWriter(
        IndexStorage storage, string spillName, bool hasPositions, bool hasLetters = false)
    {
        _letters = hasLetters ? [] : null;
        _hasPositions = hasPositions;
        _blocks = new SpillBuffer(storage, spillName);
    }

    /// <summary>Number of terms written.</summary>
    public long Count { get; private set; }

    /// <summary>Appends a term.</summary>
    /// <param name="term">Behind the one before in the order of bytes.</param>
    /// <param name="entry">Its entry; offsets do not fall from term to term.</param>
    public void Add(ReadOnlySpan<byte> term, in TermEntry entry)
    {
        int shared = Count == 0 ? 0 : _last.Span.CommonPrefixLength(term);
        if (_inBlock == BlockSize)
        {
            FlushBlock();
        }

        if (_inBlock == 0)
        {
            _blockOffsets.Add(_blocks.Length);
            _keys.Write(term[..(Count == 0 ? 0 : Math.Min(shared + 1, term.Length))]);
            _keyEnds.Add(_keys.Length);
            shared = 0;
            (_postingsOffset, _positionsOffset) = (0, 0);
        }

        _terms.WriteVarInt((ulong)shared);
        _terms.WriteVarInt((ulong)(term.Length - shared));
        _terms.Write(term[shared..]);
        WriteEntry(entry);
        _letters?.Add(TermLetters.Of(term));
        _last.Clear();
        _last.Write(term);
        _inBlock++;
        Count++;
    }

    /// <summary>Writes the sections.</summary>
    public void Finish(SegmentFileWriter output, int field)
    {
        if (_inBlock > 0)
        {
            FlushBlock();
        }

        _blockOffsets.Add(_blocks.Length);
        output.BeginSection(SectionKind.Terms, field);
        _blocks.CopyTo(output);
        output.EndSection();
        output.BeginSection(SectionKind.TermIndex, field);
        _block.Clear();
        _block.WriteUInt64((ulong)Count);
        _block.WriteUInt64((ulong)_keys.Length);
        output.Write(_block.Span);
        output.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_blockOffsets)));
        output.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_keyEnds)));
        output.Write(_keys.Span);
        output.EndSection();
        if (_letters is not null)
        {
            output.BeginSection(SectionKind.TermLetters, field);
            output.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_letters)));
            output.EndSection();
        }
    }

    /// <summary>Throws away what was not finished.</summary>
    public void Dispose() => _blocks.Dispose();

    private void WriteEntry(in TermEntry entry)
    {
        _entries.WriteVarInt((ulong)entry.DocFrequency);
        if (_hasPositions)
        {
            _entries.WriteVarInt((ulong)(entry.TotalTermFrequency - entry.DocFrequency));
        }

        if (entry.DocFrequency == 1)
        {
            _entries.WriteVarInt((ulong)entry.PostingsOffset); // the doc id itself
        }
        else
        {
            _entries.WriteVarInt((ulong)(entry.PostingsOffset - _postingsOffset));
            _postingsOffset = entry.PostingsOffset;
        }

        if (!_hasPositions)
        {
            return;
        }

        if (entry.TotalTermFrequency == 1)
        {
            _entries.WriteVarInt((ulong)entry.PositionsOffset); // the position itself
        }
        else
        {
            _entries.WriteVarInt((ulong)(entry.PositionsOffset - _positionsOffset));
            _positionsOffset = entry.PositionsOffset;
        }
    }

    private void FlushBlock()
    {
        _block.Clear();
        _block.WriteVarInt((ulong)_terms.Length);
        _block.Write(_terms.Span);
        _block.Write(_entries.Span);
        _blocks.Write(_block.Span);
        _terms.Clear();
        _entries.Clear();
        _inBlock = 0;
    }
}
