using Search.Engine.Schemas;
using Search.Engine.Segments.Columns;
using Search.Engine.Segments.Files;
using Search.Engine.Storage;

namespace Search.Engine.Indexing.Buffers;

/// <summary>An interval field of the documents buffered.</summary>
internal sealed class IntervalBuffer(FieldDefinition field, int number) : FieldBuffer
{
    private IntervalColumnWriter _column = new();
    private (long Lower, long Upper)? _staged;
    private int _docCount;

    /// <inheritdoc/>
    public override long MemoryInBytes => _docCount * 17L;

    /// <summary>Takes the value of the document.</summary>
    /// <exception cref="ArgumentException">It has one already.</exception>
    public void Stage(long lower, long upper) =>
        _staged = _staged is null ? (lower, upper) : throw DocumentFields.SecondValue(field);

    /// <inheritdoc/>
    public override void ClearStaged() => _staged = null;

    /// <inheritdoc/>
    public override void EndDocument()
    {
        if (_staged is (long lower, long upper))
        {
            _column.Add(lower, upper);
        }
        else
        {
            _column.AddNone();
        }

        _docCount++;
        _staged = null;
    }

    /// <inheritdoc/>
    public override void Write(IndexStorage storage, SegmentFileWriter output, string segment, ref ulong[] scratch) =>
        _column.Finish(output, number);

    /// <inheritdoc/>
    public override void Clear()
    {
        _column = new IntervalColumnWriter();
        _docCount = 0;
    }
}
