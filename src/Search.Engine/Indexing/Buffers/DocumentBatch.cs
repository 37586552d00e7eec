using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Search.Engine.Schemas;
using Search.Text.Analysis;

namespace Search.Engine.Indexing.Buffers;

/// <summary>
/// Documents that were checked and copied, on their way to the thread that analyzes them. Their texts lie as UTF-8 one
/// behind the other in chunks, which go back to their pool while the batch is read: nothing is allocated a document,
/// no string of the caller outlives the call, and a batch takes little beside the buffer that it fills.
/// </summary>
internal sealed class DocumentBatch(IndexSchema schema, ChunkPool pool)
{
    /// <summary>What a token takes in a buffer for each form.</summary>
    private const int BytesPerToken = 4;

    /// <summary>What a token takes of a text, with the blank behind it.</summary>
    private const int TextBytesPerToken = 7;

    private readonly Dictionary<string, int> _numbers = FieldNumbers(schema);
    private readonly int[] _formCounts = [.. schema.Fields.Select(field => FormCount(schema, field))];
    private readonly bool[] _isGiven = new bool[schema.Fields.Count];
    private readonly List<Entry> _documents = [];
    private readonly List<Value> _values = [];
    private readonly List<byte[]> _chunks = [];
    private char[] _text = new char[1 << 10];
    private int _used;
    private long _textBytes;
    private long _bufferBytes;

    /// <summary>Documents added.</summary>
    public int DocCount => _documents.Count;

    /// <summary>
    /// Memory that the texts take here, or will take in a buffer by a rule of thumb, whichever is more. It follows from
    /// the documents alone.
    /// </summary>
    public long MemoryInBytes => Math.Max(_textBytes, _bufferBytes);

    /// <summary>Copies a document, whole or not at all.</summary>
    /// <exception cref="ArgumentException">A value does not fit the schema.</exception>
    public void Add(IndexDocument document)
    {
        int firstValue = _values.Count;
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
            // The bytes of its texts stay behind unused.
            _values.RemoveRange(firstValue, _values.Count - firstValue);
            throw;
        }

        _documents.Add(new Entry(document.Language, _values.Count));
    }

    /// <summary>Hands all documents to a buffer, in the order they were added, and gives their memory back.</summary>
    public void MoveTo(DocumentBuffer buffer)
    {
        int next = 0;
        int chunk = 0;
        foreach (Entry document in _documents)
        {
            Analyzer analyzer = schema.AnalyzerFor(document.Language);
            for (; next < document.ValuesEnd; next++)
            {
                Value value = _values[next];
                for (; chunk < value.Chunk; chunk++)
                {
                    pool.Return(_chunks[chunk]);
                    _chunks[chunk] = [];
                }

                if (value.Kind == ValueKind.Interval)
                {
                    ReadOnlySpan<long> ends = MemoryMarshal.Cast<byte, long>(Bytes(value));
                    buffer.Stage(value.Field, ends[0], ends[1]);
                }
                else
                {
                    buffer.Stage(analyzer, value.Field, Text(value));
                }
            }

            buffer.EndDocument();
        }

        Clear();
    }

    /// <summary>Forgets all documents and gives their memory back.</summary>
    public void Clear()
    {
        foreach (byte[] chunk in _chunks)
        {
            pool.Return(chunk);
        }

        _chunks.Clear();
        _documents.Clear();
        _values.Clear();
        (_used, _textBytes, _bufferBytes) = (0, 0, 0);
    }

    private static Dictionary<string, int> FieldNumbers(IndexSchema schema) => schema.Fields.Index()
        .ToDictionary(field => field.Item.Name, field => field.Index, StringComparer.OrdinalIgnoreCase);

    private static int FormCount(IndexSchema schema, FieldDefinition field) =>
        field.Kind == FieldKind.Text ? schema.InvertedFields.Count(form => form.Field == field) : 0;

    private void Add(in FieldValue value)
    {
        FieldDefinition field = DocumentFields.Resolve(schema, value);
        int number = _numbers[field.Name];
        if (field.Kind is FieldKind.Text or FieldKind.Interval && _isGiven[number])
        {
            throw DocumentFields.SecondValue(field);
        }

        _isGiven[number] = true;
        var kind = ValueKind.Interval;
        int length;
        if (value.Text is null)
        {
            ReadOnlySpan<long> ends = [value.Lower, value.Upper];
            length = MemoryMarshal.AsBytes(ends).Length;
            MemoryMarshal.AsBytes(ends).CopyTo(Room(length));
        }
        else
        {
            length = Copy(value.Text, out kind);
        }

        _values.Add(new Value(kind, (ushort)number, _chunks.Count - 1, _used, length));
        _used += length;
        _textBytes += length;
        _bufferBytes += (long)length * _formCounts[number] * BytesPerToken / TextBytesPerToken;
    }

    /// <summary>Copies a text behind what is used; one that is no UTF-16 is copied as it is.</summary>
    private int Copy(string text, out ValueKind kind)
    {
        kind = ValueKind.Utf8;
        Span<byte> room = Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        if (Utf8.FromUtf16(text, room, out _, out int length, replaceInvalidSequences: false) == OperationStatus.Done)
        {
            return length;
        }

        kind = ValueKind.Utf16;
        ReadOnlySpan<byte> units = MemoryMarshal.AsBytes(text.AsSpan());
        units.CopyTo(room); // three bytes a code unit were reserved
        return units.Length;
    }

    private Span<byte> Room(int length)
    {
        if (_chunks.Count == 0 || length > _chunks[^1].Length - _used)
        {
            _chunks.Add(pool.Rent(length));
            _used = 0;
        }

        return _chunks[^1].AsSpan(_used);
    }

    private ReadOnlySpan<byte> Bytes(in Value value) => _chunks[value.Chunk].AsSpan(value.Start, value.Length);

    private ReadOnlySpan<char> Text(in Value value)
    {
        ReadOnlySpan<byte> bytes = Bytes(value);
        if (_text.Length < bytes.Length)
        {
            _text = new char[bytes.Length * 2];
        }

        if (value.Kind == ValueKind.Utf8)
        {
            return _text.AsSpan(0, Encoding.UTF8.GetChars(bytes, _text));
        }

        bytes.CopyTo(MemoryMarshal.AsBytes(_text.AsSpan()));
        return _text.AsSpan(0, bytes.Length / sizeof(char));
    }

    private enum ValueKind : byte
    {
        Utf8,
        Utf16,
        Interval,
    }

    private readonly record struct Entry(string? Language, int ValuesEnd);

    private readonly record struct Value(ValueKind Kind, ushort Field, int Chunk, int Start, int Length);
}
