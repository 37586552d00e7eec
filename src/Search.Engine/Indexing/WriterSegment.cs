using System.Globalization;
using Search.Engine.Indexing.Commits;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Deletes;
using Search.Engine.Storage;

namespace Search.Engine.Indexing;

/// <summary>A segment as its writer sees it: the file, and the documents deleted since.</summary>
internal sealed class WriterSegment : IDisposable
{
    private readonly IndexStorage _storage;
    private readonly IndexSchema _schema;
    private SegmentReader? _reader;
    private SegmentRecord _record;
    private bool _isChanged;

    /// <summary>Takes a segment whose file is written.</summary>
    public WriterSegment(IndexStorage storage, IndexSchema schema, SegmentRecord record)
    {
        _storage = storage;
        _schema = schema;
        _record = record;
        LiveDocs = record.LiveDocsFile.Length == 0
            ? null
            : Segments.Deletes.LiveDocs.Read(storage, record.LiveDocsFile, record.DocCount);
    }

    /// <summary>Documents, deleted ones included.</summary>
    public int DocCount => _record.DocCount;

    /// <summary>Documents that are not deleted.</summary>
    public int LiveCount => LiveDocs?.LiveCount ?? DocCount;

    /// <summary>Its live documents; null where none is deleted.</summary>
    public LiveDocs? LiveDocs { get; private set; }

    /// <summary>Its bytes, opened when first asked for.</summary>
    public SegmentReader Reader => _reader ??= SegmentReader.Open(_storage, _record.FileName, _schema, null);

    /// <summary>Deletes a document.</summary>
    public void Delete(int docId)
    {
        LiveDocs ??= Segments.Deletes.LiveDocs.All(DocCount);
        _isChanged |= LiveDocs.Delete(docId);
    }

    /// <summary>What a manifest is to say of it; writes its live documents where they changed.</summary>
    /// <param name="generation">Generation of the commit, part of the name of the file.</param>
    public SegmentRecord Save(long generation)
    {
        if (_isChanged && LiveDocs is not null)
        {
            string number = generation.ToString("x", CultureInfo.InvariantCulture);
            string name = $"{Path.GetFileNameWithoutExtension(_record.FileName)}-{number}.live";
            LiveDocs.Write(_storage, name);
            _record = _record with { LiveCount = LiveDocs.LiveCount, LiveDocsFile = name };
            _isChanged = false;
        }

        return _record;
    }

    /// <summary>Unmaps the file.</summary>
    public void Dispose()
    {
        _reader?.Dispose();
        _reader = null;
    }
}
