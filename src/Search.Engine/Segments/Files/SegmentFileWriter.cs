using System.Buffers.Binary;
using Search.Engine.Codecs;
using Search.Engine.Storage;

namespace Search.Engine.Segments.Files;

/// <summary>
/// Writes a segment file from front to back: header, sections, directory, a checksum for every page of what came
/// before, footer. One section is open at a time.
/// </summary>
internal sealed class SegmentFileWriter : IDisposable
{
    private readonly StorageFile _file;
    private readonly byte[] _page = new byte[SegmentFormat.PageSize];
    private readonly ByteBuffer _checksums = new();
    private readonly List<(SectionKind Kind, int Number, long Offset, long Length)> _sections = [];
    private int _used;

    /// <summary>Writes the header.</summary>
    public SegmentFileWriter(StorageFile file, int docCount)
    {
        _file = file;
        Span<byte> header = stackalloc byte[SegmentFormat.HeaderLength];
        BinaryPrimitives.WriteUInt64LittleEndian(header, SegmentFormat.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], SegmentFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], docCount);
        Write(header);
    }

    /// <summary>Bytes written so far.</summary>
    public long Position { get; private set; }

    /// <summary>Bytes written since the open section began.</summary>
    public long SectionLength => Position - _sections[^1].Offset;

    /// <summary>Begins a section.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="number">
    /// Number of the field or the inverted field it belongs to; 0 where it is the segment's.
    /// </param>
    public void BeginSection(SectionKind kind, int number)
    {
        Align(SegmentFormat.SectionAlignment);
        _sections.Add((kind, number, Position, 0));
    }

    /// <summary>Ends the open section.</summary>
    public void EndSection() => _sections[^1] = _sections[^1] with { Length = SectionLength };

    /// <summary>Appends bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Position += bytes.Length;
        while (bytes.Length > 0)
        {
            if (_used == 0 && bytes.Length >= _page.Length)
            {
                FlushPage(bytes[.._page.Length]);
                bytes = bytes[_page.Length..];
                continue;
            }

            int part = Math.Min(bytes.Length, _page.Length - _used);
            bytes[..part].CopyTo(_page.AsSpan(_used));
            bytes = bytes[part..];
            _used += part;
            if (_used == _page.Length)
            {
                FlushPage(_page);
                _used = 0;
            }
        }
    }

    /// <summary>Appends zeros up to the next multiple of <paramref name="alignment"/> bytes, at most 64.</summary>
    public void Align(int alignment)
    {
        Span<byte> zeros = stackalloc byte[64];
        zeros.Clear();
        int over = (int)(Position % alignment);
        if (over != 0)
        {
            Write(zeros[..(alignment - over)]);
        }
    }

    /// <summary>Writes directory, checksums and footer, and makes the file durable.</summary>
    /// <returns>Length of the file.</returns>
    public long Finish()
    {
        Align(SegmentFormat.SectionAlignment);
        long directoryOffset = Position;
        Span<byte> entry = stackalloc byte[SegmentFormat.DirectoryEntryLength];
        foreach ((SectionKind kind, int number, long offset, long length) in _sections)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(entry, (ushort)kind);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], (ushort)number);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], 0);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[16..], length);
            Write(entry);
        }

        long checkedLength = Position;
        if (_used > 0)
        {
            FlushPage(_page.AsSpan(0, _used));
        }

        int pageCount = _checksums.Length / sizeof(uint);
        _checksums.WriteUInt64((ulong)directoryOffset);
        _checksums.WriteUInt64((ulong)checkedLength);
        _checksums.WriteUInt32((uint)_sections.Count);
        _checksums.WriteUInt32((uint)pageCount);
        _checksums.WriteUInt32(SegmentFormat.Version);
        _checksums.WriteUInt32(Checksum.Of(_checksums.Span));
        _checksums.WriteUInt64(SegmentFormat.Magic);
        _file.Write(_checksums.Span);
        _file.Sync();
        return checkedLength + _checksums.Length;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private void FlushPage(ReadOnlySpan<byte> page)
    {
        _checksums.WriteUInt32(Checksum.Of(page));
        _file.Write(page);
    }
}
