using System.Text;
using Search.Engine.Codecs;
using Search.Engine.Schemas;
using Search.Engine.Segments.Columns;
using Search.Engine.Segments.Files;
using Search.Engine.Storage;

namespace Search.Engine.Indexing.Buffers;

/// <summary>A keyword field of the documents buffered.</summary>
internal sealed class KeywordBuffer : FieldBuffer
{
    private readonly int _field;
    private readonly InvertedField _form;
    private readonly InvertedBuffer _inverted = new(hasPositions: false);
    private readonly ByteBuffer _staged = new();
    private readonly List<int> _stagedEnds = [];
    private readonly List<int> _terms = [];
    private int _docCount;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="field">Number of the field.</param>
    public KeywordBuffer(IndexSchema schema, int field)
    {
        _field = field;
        _form = schema.Inverted(schema.Fields[field], TermForm.Exact);
    }

    /// <inheritdoc/>
    public override long MemoryInBytes => _inverted.MemoryInBytes;

    /// <summary>Takes a value of the document; an empty one is none.</summary>
    public void Stage(ReadOnlySpan<char> value)
    {
        if (value.Length > 0)
        {
            Span<byte> room = _staged.Reserve(Encoding.UTF8.GetMaxByteCount(value.Length));
            _staged.Advance(Encoding.UTF8.GetBytes(value, room));
            _stagedEnds.Add(_staged.Length);
        }
    }

    /// <inheritdoc/>
    public override void ClearStaged()
    {
        _staged.Clear();
        _stagedEnds.Clear();
    }

    /// <inheritdoc/>
    public override void EndDocument()
    {
        _terms.Clear();
        int start = 0;
        foreach (int end in _stagedEnds)
        {
            int term = _inverted.Terms.GetOrAdd(_staged.Span[start..end]);
            start = end;
            if (!_terms.Contains(term))
            {
                _terms.Add(term);
                _inverted.Stream.AddTerm(term);
            }
        }

        _inverted.Stream.AddMark(TokenStream.DocumentEnd);
        _docCount += _terms.Count > 0 ? 1 : 0;
        ClearStaged();
    }

    /// <inheritdoc/>
    public override void Write(IndexStorage storage, SegmentFileWriter output, string segment, ref ulong[] scratch)
    {
        int[] order = _inverted.Terms.Sort();
        using (var writer = new InvertedFieldWriter(storage, output, segment, _form.Number, null))
        {
            _inverted.Write(writer, order, ref scratch);
            writer.Finish(_docCount);
        }

        WriteColumn(output, order);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        _inverted.Clear();
        _docCount = 0;
    }

    private void WriteColumn(SegmentFileWriter output, int[] order)
    {
        int[] ordinals = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            ordinals[order[i]] = i;
        }

        var column = new KeywordColumnWriter();
        var ofDocument = new List<int>();
        for (int i = 0; i < _inverted.Stream.ChunkCount; i++)
        {
            foreach (int value in _inverted.Stream.Chunk(i))
            {
                if (value >= 0)
                {
                    ofDocument.Add(ordinals[value]);
                    continue;
                }

                ofDocument.Sort();
                column.Add(column.Code(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ofDocument)));
                ofDocument.Clear();
            }
        }

        column.Finish(output, _field, order.Length);
    }
}
