using Search.Engine.Codecs;
using Search.Engine.Storage;

namespace Search.Engine.Segments.Files;

/// <summary>
/// Bytes of a section that is written beside another: kept in memory up to a bound, then in a file of its own, which is
/// deleted when the bytes have been copied. The bound keeps memory in check whatever the size of a merge.
/// </summary>
internal sealed class SpillBuffer : IDisposable
{
    private const int MemoryBound = 1 << 20;

    private readonly IndexStorage _storage;
    private readonly string _name;
    private readonly ByteBuffer _memory = new(1 << 12);
    private StorageFile? _file;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="storage">Where the file goes if there is need of one.</param>
    /// <param name="name">Its name; ends in <c>.tmp</c>, so that a crash leaves what the next writer deletes.</param>
    public SpillBuffer(IndexStorage storage, string name)
    {
        _storage = storage;
        _name = name;
    }

    /// <summary>Bytes written.</summary>
    public long Length => _memory.Length + (_file?.Length ?? 0);

    /// <summary>Appends bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        // Before they are appended, so that memory never grows past the bound.
        if (_memory.Length + bytes.Length > MemoryBound)
        {
            _file ??= _storage.Create(_name);
            _file.Write(_memory.Span);
            _memory.Clear();
        }

        _memory.Write(bytes);
    }

    /// <summary>Appends all bytes to a segment file and empties the buffer.</summary>
    public void CopyTo(SegmentFileWriter output)
    {
        if (_file is not null)
        {
            _file.Dispose();
            _file = null;
            using (MappedBytes bytes = _storage.OpenMapped(_name))
            {
                for (long at = 0; at < bytes.Length;)
                {
                    int part = (int)Math.Min(1 << 20, bytes.Length - at);
                    output.Write(bytes.Slice(at, part));
                    at += part;
                }
            }

            _storage.Delete(_name);
        }

        output.Write(_memory.Span);
        _memory.Clear();
    }

    /// <summary>Throws the bytes away.</summary>
    public void Dispose()
    {
        if (_file is not null)
        {
            _file.Dispose();
            _file = null;
            _storage.Delete(_name);
        }
    }
}
