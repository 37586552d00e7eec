using Search.Engine.Schemas;
using Search.Text.Analysis;

namespace Search.Engine.Indexing.Buffers;

/// <summary>
/// Documents that were checked and copied, on their way to the thread that analyzes them. Their texts lie one behind
/// the other in chunks that are kept from batch to batch, so that nothing is allocated a document and no text of the
/// caller outlives the call.
/// </summary>
internal sealed class DocumentBatch(IndexSchema schema)
{
    /// <summary>Code units of a chunk; a longer text has a chunk of its own.</summary>
    private const int ChunkLength = 1 << 18;

    private readonly Dictionary<string, int> _numbers = FieldNumbers(schema);
    private readonly bool[] _isGiven = new bool[schema.Fields.Count];
    private readonly List<Entry> _documents = [];
    private readonly List<Value> _values = [];
    private readonly List<char[]> _chunks = [];
    private int _chunk = -1;
    private int _chunkUsed = ChunkLength;

    /// <summary>Documents added.</summary>
    public int DocCount => _documents.Count;

    /// <summary>UTF-16 code units of their texts.</summary>
    public int TextLength { get; private set; }

    /// <summary>Copies a document, whole or not at all.</summary>
    /// <exception cref="ArgumentException">A value does not fit the schema.</exception>
    public void Add(IndexDocument document)
    {
        int firstValue = _values.Count;
        (int length, int chunk, int chunkUsed) = (TextLength, _chunk, _chunkUsed);
        Array.Clear(_isGiven);
        try
        {
            foreach (FieldValue value in document.Values)
            {
                Add(value);
            }
        }
        catch
        {
            _values.RemoveRange(firstValue, _values.Count - firstValue);
            (TextLength, _chunk, _chunkUsed) = (length, chunk, chunkUsed);
            throw;
        }

        _documents.Add(new Entry(document.Language, _values.Count));
    }

    /// <summary>Hands all documents to a buffer, in the order they were added.</summary>
    public void AddTo(DocumentBuffer buffer)
    {
        int next = 0;
        foreach (Entry document in _documents)
        {
            Analyzer analyzer = schema.AnalyzerFor(document.Language);
            for (; next < document.ValuesEnd; next++)
            {
                Value value = _values[next];
                if (value.TextLength < 0)
                {
                    buffer.Stage(value.Field, value.Lower, value.Upper);
                }
                else
                {
                    buffer.Stage(analyzer, value.Field, _chunks[value.Chunk].AsSpan(value.TextStart, value.TextLength));
                }
            }

            buffer.EndDocument();
        }
    }

    /// <summary>Forgets all documents and keeps the memory.</summary>
    public void Clear()
    {
        _documents.Clear();
        _values.Clear();
        _ = _chunks.RemoveAll(chunk => chunk.Length > ChunkLength);
        (TextLength, _chunk, _chunkUsed) = (0, -1, ChunkLength);
    }

    private static Dictionary<string, int> FieldNumbers(IndexSchema schema) => schema.Fields.Index()
        .ToDictionary(field => field.Item.Name, field => field.Index, StringComparer.OrdinalIgnoreCase);

    private void Add(in FieldValue value)
    {
        FieldDefinition field = DocumentFields.Resolve(schema, value);
        int number = _numbers[field.Name];
        if (field.Kind is FieldKind.Text or FieldKind.Interval && _isGiven[number])
        {
            throw DocumentFields.SecondValue(field);
        }

        _isGiven[number] = true;
        if (value.Text is null)
        {
            _values.Add(new Value(number, 0, 0, -1, value.Lower, value.Upper));
            return;
        }

        MakeRoom(value.Text.Length);
        value.Text.CopyTo(_chunks[_chunk].AsSpan(_chunkUsed));
        _values.Add(new Value(number, _chunk, _chunkUsed, value.Text.Length, 0, 0));
        _chunkUsed += value.Text.Length;
        TextLength = checked(TextLength + value.Text.Length);
    }

    /// <summary>Moves to the next chunk where the text does not fit the current one.</summary>
    private void MakeRoom(int length)
    {
        if (_chunk >= 0 && length <= _chunks[_chunk].Length - _chunkUsed)
        {
            return;
        }

        _chunk++;
        _chunkUsed = 0;
        if (_chunk == _chunks.Count || _chunks[_chunk].Length < length)
        {
            _chunks.Insert(_chunk, new char[Math.Max(length, ChunkLength)]);
        }
    }

    private readonly record struct Entry(string? Language, int ValuesEnd);

    /// <summary>A text, or an interval where the length is -1.</summary>
    private readonly record struct Value(int Field, int Chunk, int TextStart, int TextLength, long Lower, long Upper);
}
