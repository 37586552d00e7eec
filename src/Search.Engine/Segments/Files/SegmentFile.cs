using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Search.Engine.Codecs;
using Search.Engine.Storage;

namespace Search.Engine.Segments.Files;

/// <summary>
/// A segment file open for reading. Opening reads footer, checksums and directory; every page of the rest is checked
/// when bytes of it are first asked for. Safe for use by several threads.
/// </summary>
internal sealed class SegmentFile : IDisposable
{
    private readonly MappedBytes _bytes;
    private readonly long _checkedLength;
    private readonly byte[] _checksums;
    private readonly byte[] _isChecked;
    private readonly Dictionary<(SectionKind Kind, int Number), SegmentSection> _sections = [];

    private SegmentFile(string name, MappedBytes bytes)
    {
        Name = name;
        _bytes = bytes;
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Index files are read on little-endian machines only.");
        }

        const int Least = SegmentFormat.HeaderLength + SegmentFormat.FooterLength;
        Require(bytes.Length >= Least, "footer", $"the file has {bytes.Length} bytes, the least is {Least}");
        ReadOnlySpan<byte> footer = bytes.Slice(bytes.Length - SegmentFormat.FooterLength, SegmentFormat.FooterLength);
        ulong magic = BinaryPrimitives.ReadUInt64LittleEndian(footer[32..]);
        Require(magic == SegmentFormat.Magic, "footer", "no magic number");
        uint version = BinaryPrimitives.ReadUInt32LittleEndian(footer[24..]);
        Require(version == SegmentFormat.Version, "footer", $"version {version}, not {SegmentFormat.Version}");
        long directoryOffset = BinaryPrimitives.ReadInt64LittleEndian(footer);
        _checkedLength = BinaryPrimitives.ReadInt64LittleEndian(footer[8..]);
        Require(
            _checkedLength >= SegmentFormat.HeaderLength && _checkedLength <= bytes.Length,
            "footer",
            $"{_checkedLength} bytes under checksums of a file of {bytes.Length}");
        uint sectionCount = BinaryPrimitives.ReadUInt32LittleEndian(footer[16..]);
        uint pageCount = BinaryPrimitives.ReadUInt32LittleEndian(footer[20..]);
        long tableLength = bytes.Length - SegmentFormat.FooterLength - _checkedLength;
        Require(
            tableLength == pageCount * (long)sizeof(uint)
                && pageCount == (_checkedLength + SegmentFormat.PageSize - 1) / SegmentFormat.PageSize,
            "footer",
            $"{pageCount} pages for {_checkedLength} bytes of a file of {bytes.Length}");
        int checkedTail = (int)tableLength + 28; // all of the footer that stands before its own checksum
        uint found = Checksum.Of(bytes.Slice(_checkedLength, checkedTail));
        Require(found == BinaryPrimitives.ReadUInt32LittleEndian(footer[28..]), "footer", "the checksum differs");
        _checksums = bytes.Slice(_checkedLength, (int)tableLength).ToArray();
        _isChecked = new byte[pageCount];
        ReadHeader(out int docCount);
        DocCount = docCount;
        ReadDirectory(directoryOffset, sectionCount);
    }

    /// <summary>Name of the file.</summary>
    public string Name { get; }

    /// <summary>Documents that the header counts.</summary>
    public int DocCount { get; }

    /// <summary>Length of the file in bytes.</summary>
    public long Length => _bytes.Length;

    /// <summary>Opens a segment file.</summary>
    /// <exception cref="IndexCorruptException">Its ends or its directory are not what was written.</exception>
    public static SegmentFile Open(IndexStorage storage, string name)
    {
        MappedBytes bytes = storage.OpenMapped(name);
        try
        {
            return new SegmentFile(name, bytes);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>A section of the file.</summary>
    /// <exception cref="IndexCorruptException">There is no such section.</exception>
    public SegmentSection Section(SectionKind kind, int number) =>
        TrySection(kind, number, out SegmentSection? section)
            ? section
            : throw new IndexCorruptException(Name, $"{kind}/{number}", "the section is missing");

    /// <summary>Finds a section of the file.</summary>
    public bool TrySection(SectionKind kind, int number, [NotNullWhen(true)] out SegmentSection? section) =>
        _sections.TryGetValue((kind, number), out section);

    /// <summary>Checks every page, those checked before too.</summary>
    /// <exception cref="IndexCorruptException">A page is not what was written.</exception>
    public void CheckAll(CancellationToken cancellation)
    {
        for (int page = 0; page < _isChecked.Length; page++)
        {
            cancellation.ThrowIfCancellationRequested();
            CheckPage(page);
        }
    }

    /// <summary>Unmaps the file.</summary>
    public void Dispose() => _bytes.Dispose();

    /// <summary>Bytes of the file, of which the first <paramref name="length"/> are checked.</summary>
    /// <param name="offset">Offset in the file; what is checked lies inside a section.</param>
    /// <param name="length">Bytes to check.</param>
    /// <param name="slack">Bytes behind them that may be read but mean nothing; fewer at the end of the file.</param>
    internal ReadOnlySpan<byte> Read(long offset, int length, int slack)
    {
        if (length > 0)
        {
            int last = (int)((offset + length - 1) / SegmentFormat.PageSize);
            for (int page = (int)(offset / SegmentFormat.PageSize); page <= last; page++)
            {
                // Two threads may check one page at once; both write the same byte.
                if (Volatile.Read(ref _isChecked[page]) == 0)
                {
                    CheckPage(page);
                }
            }
        }

        return ReadAgain(offset, length, slack);
    }

    /// <summary>Bytes that were checked before.</summary>
    internal ReadOnlySpan<byte> ReadAgain(long offset, int length, int slack) =>
        _bytes.Slice(offset, (int)Math.Min(length + (long)slack, _bytes.Length - offset));

    private void CheckPage(int page)
    {
        long start = (long)page * SegmentFormat.PageSize;
        int length = (int)Math.Min(SegmentFormat.PageSize, _checkedLength - start);
        uint expected = MemoryMarshal.Cast<byte, uint>(_checksums)[page];
        if (Checksum.Of(_bytes.Slice(start, length)) != expected)
        {
            throw new IndexCorruptException(Name, SectionAt(start, length), $"the checksum of page {page} differs");
        }

        Volatile.Write(ref _isChecked[page], 1);
    }

    /// <summary>Names the sections that a page touches.</summary>
    private string SectionAt(long start, int length)
    {
        IEnumerable<string> names = _sections.Values
            .Where(section => section.Offset < start + length && section.Offset + section.Length > start)
            .OrderBy(section => section.Offset)
            .Select(section => section.Name);
        string joined = string.Join(", ", names);
        return joined.Length == 0 ? "header and directory" : joined;
    }

    private void ReadHeader(out int docCount)
    {
        ReadOnlySpan<byte> header = Read(0, SegmentFormat.HeaderLength, 0);
        Require(BinaryPrimitives.ReadUInt64LittleEndian(header) == SegmentFormat.Magic, "header", "no magic number");
        docCount = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        Require(docCount >= 0, "header", $"{docCount} documents");
    }

    private void ReadDirectory(long offset, uint count)
    {
        long length = count * (long)SegmentFormat.DirectoryEntryLength;
        Require(
            offset >= SegmentFormat.HeaderLength && length <= _checkedLength && offset == _checkedLength - length,
            "directory",
            $"{count} sections at {offset}");
        ReadOnlySpan<byte> entries = Read(offset, (int)length, 0);
        for (; entries.Length > 0; entries = entries[SegmentFormat.DirectoryEntryLength..])
        {
            var kind = (SectionKind)BinaryPrimitives.ReadUInt16LittleEndian(entries);
            int number = BinaryPrimitives.ReadUInt16LittleEndian(entries[2..]);
            long start = BinaryPrimitives.ReadInt64LittleEndian(entries[8..]);
            long size = BinaryPrimitives.ReadInt64LittleEndian(entries[16..]);
            string name = $"{kind}/{number}";
            bool isInside = start >= 0 && size >= 0 && start <= offset && size <= offset - start;
            Require(isInside, name, "lies outside the file");
            Require(
                _sections.TryAdd((kind, number), new SegmentSection(this, name, start, size)), name, "is there twice");
        }
    }

    private void Require(bool condition, string section, string reason)
    {
        if (!condition)
        {
            throw new IndexCorruptException(Name, section, reason);
        }
    }
}
