using Search.Engine.Segments.Files;
using Search.Engine.Storage;

namespace Search.Engine.Indexing.Buffers;

/// <summary>
/// The values of one field of the documents buffered. A document's value is staged, then kept or thrown away.
/// </summary>
internal abstract class FieldBuffer
{
    /// <summary>Bytes of memory in use.</summary>
    public abstract long MemoryInBytes { get; }

    /// <summary>Throws staged values away.</summary>
    public abstract void ClearStaged();

    /// <summary>Ends the document: what was staged becomes its value, or none.</summary>
    public abstract void EndDocument();

    /// <summary>Writes the sections of the field.</summary>
    public abstract void Write(IndexStorage storage, SegmentFileWriter output, string segment, ref ulong[] scratch);

    /// <summary>Forgets all documents and keeps the memory.</summary>
    public abstract void Clear();
}
