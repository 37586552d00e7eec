using Search.Engine.Indexing.Buffers;
using Search.Engine.Schemas;
using Search.Engine.Storage;

namespace Search.Engine.Indexing;

/// <summary>
/// Builds segments on several threads while more documents come in. The owner's thread copies documents into a batch;
/// a full batch becomes one segment, built from text to file by one thread with a buffer of its own. Batches are cut by
/// their texts alone and their segments keep the order of the batches, so that the same documents give the same
/// segments and doc ids whatever the threads do. Owned by one thread.
/// </summary>
internal sealed class SegmentBuilders : IDisposable
{
    private readonly IndexSchema _schema;
    private readonly long _bufferSize;
    private readonly ChunkPool _chunks = new();
    private readonly SemaphoreSlim _free;
    private readonly Lock _gate = new();
    private readonly Stack<DocumentBuffer> _buffers;
    private readonly Stack<DocumentBatch> _batches = new();
    private readonly List<SegmentBuild> _builds = [];
    private DocumentBatch _filling;
    private int _startedDocCount;

    /// <summary>Makes idle builders.</summary>
    /// <param name="storage">Where segments go.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="threads">Threads that build.</param>
    /// <param name="bufferSize">Bytes that a thread's buffer may take: a batch that would fill it is full.</param>
    public SegmentBuilders(IndexStorage storage, IndexSchema schema, int threads, long bufferSize)
    {
        _schema = schema;
        _bufferSize = bufferSize;
        _free = new SemaphoreSlim(threads, threads);
        _filling = new DocumentBatch(schema, _chunks);
        _buffers = new Stack<DocumentBuffer>(
            Enumerable.Range(0, threads).Select(number => new DocumentBuffer(storage, schema, number)));
    }

    /// <summary>Documents added since segments were last handed over.</summary>
    public int DocCount => _startedDocCount + _filling.DocCount;

    /// <summary>Whether <see cref="Start"/> is due.</summary>
    public bool IsFull => _filling.MemoryInBytes >= _bufferSize;

    /// <summary>Copies a document.</summary>
    /// <exception cref="ArgumentException">A value does not fit the schema; the document was not added.</exception>
    public void Add(IndexDocument document) => _filling.Add(document);

    /// <summary>Has the batch built into a segment; waits while every thread is busy.</summary>
    /// <param name="segments">Names the file.</param>
    public void Start(WriterSegments segments)
    {
        if (_filling.DocCount == 0)
        {
            return;
        }

        _free.Wait();
        DocumentBatch batch = _filling;
        var build = new SegmentBuild(segments.NextName(), batch.DocCount);
        DocumentBuffer buffer;
        lock (_gate)
        {
            buffer = _buffers.Pop();
            _filling = _batches.Count > 0 ? _batches.Pop() : new DocumentBatch(_schema, _chunks);
        }

        _startedDocCount += batch.DocCount;
        _builds.Add(build);
        build.Start(() =>
        {
            try
            {
                batch.MoveTo(buffer);
                return buffer.Write(build.FileName);
            }
            finally
            {
                Release(buffer, batch);
            }
        });
    }

    /// <summary>Waits for all segments and hands them over, in the order of their documents.</summary>
    /// <returns>The place of the first among the segments; where there is none, the place it would have.</returns>
    /// <exception cref="IOException">The disk fails.</exception>
    public int Finish(WriterSegments segments)
    {
        Start(segments);
        int first = segments.Count;
        long[] lengths = [.. _builds.Select(build => build.Finish())];
        for (int i = 0; i < lengths.Length; i++)
        {
            segments.Add(_builds[i].FileName, _builds[i].DocCount, lengths[i]);
        }

        _builds.Clear();
        _startedDocCount = 0;
        return first;
    }

    /// <summary>Waits for all threads and forgets all documents and segments; files stay behind.</summary>
    public void Abandon()
    {
        foreach (SegmentBuild build in _builds)
        {
            build.Wait();
        }

        _builds.Clear();
        _startedDocCount = 0;
        _filling.Clear();
        foreach (DocumentBuffer buffer in _buffers)
        {
            buffer.Clear();
        }
    }

    /// <summary>Waits for all threads and frees spilled files.</summary>
    public void Dispose()
    {
        foreach (SegmentBuild build in _builds)
        {
            build.Wait();
        }

        foreach (DocumentBuffer buffer in _buffers)
        {
            buffer.Dispose();
        }

        _free.Dispose();
    }

    private void Release(DocumentBuffer buffer, DocumentBatch batch)
    {
        batch.Clear();
        lock (_gate)
        {
            _buffers.Push(buffer);
            _batches.Push(batch);
        }

        _ = _free.Release();
    }
}
