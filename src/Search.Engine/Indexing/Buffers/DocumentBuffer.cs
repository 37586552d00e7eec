using System.Globalization;
using Search.Engine.Schemas;
using Search.Engine.Segments.Documents;
using Search.Engine.Segments.Files;
using Search.Engine.Storage;
using Search.Text.Analysis;

namespace Search.Engine.Indexing.Buffers;

/// <summary>Documents that were added and not yet written as a segment. Owned by one thread.</summary>
internal sealed class DocumentBuffer : IDisposable
{
    private readonly IndexStorage _storage;
    private readonly IndexSchema _schema;
    private readonly string _spillName;
    private readonly FieldBuffer?[] _fields;
    private readonly Dictionary<string, int> _numbers;
    private DocumentBlockWriter _documents;
    private ulong[] _scratch = [];

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="storage">Where segments go.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="number">Number among the buffers of the writer: each spills to a file of its own.</param>
    public DocumentBuffer(IndexStorage storage, IndexSchema schema, int number)
    {
        _storage = storage;
        _schema = schema;
        _spillName = $"buffer-{number.ToString(CultureInfo.InvariantCulture)}-documents.tmp";
        _fields = new FieldBuffer?[schema.Fields.Count];
        _numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < _fields.Length; i++)
        {
            FieldDefinition field = schema.Fields[i];
            _numbers.Add(field.Name, i);
            _fields[i] = field.Kind switch
            {
                FieldKind.Text => new TextBuffer(schema, field),
                FieldKind.Keyword => new KeywordBuffer(schema, i),
                FieldKind.Interval => new IntervalBuffer(field, i),
                _ => null,
            };
        }

        _documents = NewDocuments();
    }

    /// <summary>Documents added.</summary>
    public int DocCount { get; private set; }

    /// <summary>Bytes of memory in use.</summary>
    public long MemoryInBytes
    {
        get
        {
            long total = _documents.Length;
            foreach (FieldBuffer? buffer in _fields)
            {
                total += buffer?.MemoryInBytes ?? 0;
            }

            return total;
        }
    }

    /// <summary>Adds a document, whole or not at all.</summary>
    /// <exception cref="ArgumentException">A value does not fit the schema.</exception>
    public void Add(IndexDocument document)
    {
        Analyzer analyzer = _schema.AnalyzerFor(document.Language);
        try
        {
            foreach (FieldValue value in document.Values)
            {
                FieldDefinition field = DocumentFields.Resolve(_schema, value);
                int number = _numbers[field.Name];
                if (value.Text is null)
                {
                    Stage(number, value.Lower, value.Upper);
                }
                else
                {
                    Stage(analyzer, number, value.Text);
                }
            }
        }
        catch
        {
            foreach (FieldBuffer? field in _fields)
            {
                field?.ClearStaged();
            }

            _documents.Rollback();
            throw;
        }

        EndDocument();
    }

    /// <summary>Takes a text of the document, which fits the schema.</summary>
    /// <param name="analyzer">The analyzer of the document.</param>
    /// <param name="number">Number of the field.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">The document has a text already where one is allowed.</exception>
    public void Stage(Analyzer analyzer, int number, ReadOnlySpan<char> text)
    {
        switch (_fields[number])
        {
            case TextBuffer buffer:
                buffer.Stage(analyzer, text);
                break;
            case KeywordBuffer buffer:
                buffer.Stage(text);
                break;
            default:
                break;
        }

        if (IsStored(number))
        {
            _documents.Add(number, text);
        }
    }

    /// <summary>Takes an interval of the document, which fits the schema.</summary>
    /// <exception cref="ArgumentException">The document has one already.</exception>
    public void Stage(int number, long lower, long upper)
    {
        (_fields[number] as IntervalBuffer)?.Stage(lower, upper);
        if (IsStored(number))
        {
            _documents.Add(number, IntervalText(lower, upper));
        }
    }

    /// <summary>Ends the document: what was staged becomes part of the buffer.</summary>
    public void EndDocument()
    {
        foreach (FieldBuffer? field in _fields)
        {
            field?.EndDocument();
        }

        _documents.EndDocument();
        DocCount++;
    }

    /// <summary>Writes all documents as a segment and empties the buffer.</summary>
    /// <param name="fileName">Name of the segment's file.</param>
    /// <returns>Length of the file.</returns>
    public long Write(string fileName)
    {
        using var output = new SegmentFileWriter(_storage.Create(fileName), DocCount);
        foreach (FieldBuffer? field in _fields)
        {
            field?.Write(_storage, output, fileName, ref _scratch);
        }

        _documents.Finish(output);
        long length = output.Finish();
        Clear();
        return length;
    }

    /// <summary>Forgets all documents, one that was staged in part too.</summary>
    public void Clear()
    {
        foreach (FieldBuffer? field in _fields)
        {
            field?.ClearStaged();
            field?.Clear();
        }

        _documents.Dispose();
        _documents = NewDocuments();
        DocCount = 0;
    }

    /// <summary>Frees spilled files.</summary>
    public void Dispose() => _documents.Dispose();

    private DocumentBlockWriter NewDocuments() => new(new SpillBuffer(_storage, _spillName));

    private bool IsStored(int number) =>
        _schema.Fields[number].IsStored || _schema.Fields[number].Kind == FieldKind.StoredOnly;

    private static string IntervalText(long lower, long upper)
    {
        string from = lower.ToString(CultureInfo.InvariantCulture);
        return lower == upper ? from : $"{from}..{upper.ToString(CultureInfo.InvariantCulture)}";
    }
}
