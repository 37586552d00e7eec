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
    private readonly FieldBuffer?[] _fields;
    private readonly Dictionary<string, int> _numbers;
    private DocumentBlockWriter _documents;
    private ulong[] _scratch = [];

    /// <summary>Makes an empty buffer.</summary>
    public DocumentBuffer(IndexStorage storage, IndexSchema schema)
    {
        _storage = storage;
        _schema = schema;
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
                Stage(analyzer, value);
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

    /// <summary>Forgets all documents.</summary>
    public void Clear()
    {
        foreach (FieldBuffer? field in _fields)
        {
            field?.Clear();
        }

        _documents.Dispose();
        _documents = NewDocuments();
        DocCount = 0;
    }

    /// <summary>Frees spilled files.</summary>
    public void Dispose() => _documents.Dispose();

    private DocumentBlockWriter NewDocuments() => new(new SpillBuffer(_storage, "buffer-documents.tmp"));

    private void Stage(Analyzer analyzer, in FieldValue value)
    {
        FieldDefinition field = DocumentFields.Resolve(_schema, value);
        int number = _numbers[field.Name];
        switch (_fields[number])
        {
            case TextBuffer text:
                text.Stage(analyzer, value.Text!); // resolved: only intervals lack a text
                break;
            case KeywordBuffer keyword:
                keyword.Stage(value.Text!);
                break;
            case IntervalBuffer interval:
                interval.Stage(value.Lower, value.Upper);
                break;
            default:
                break;
        }

        if (field.IsStored || field.Kind == FieldKind.StoredOnly)
        {
            _documents.Add(number, value.Text ?? IntervalText(value));
        }
    }

    private static string IntervalText(in FieldValue value)
    {
        string lower = value.Lower.ToString(CultureInfo.InvariantCulture);
        return value.Lower == value.Upper
            ? lower
            : $"{lower}..{value.Upper.ToString(CultureInfo.InvariantCulture)}";
    }
}
